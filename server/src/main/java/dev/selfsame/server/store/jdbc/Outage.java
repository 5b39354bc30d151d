package dev.selfsame.server.store.jdbc;

import dev.selfsame.server.problem.Problem;
import dev.selfsame.server.problem.ProblemKind;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Objects;

/** A database that does not answer, told in words that every API can translate. */
final class Outage {

    private static final Logger LOG = LoggerFactory.getLogger(Outage.class);

    private Outage() {}

    /**
     * A store whose every method throws a {@link Problem} of the kind {@code UNAVAILABLE} while the
     * database does not answer.
     */
    static <T> T guard(Class<T> type, T store) {
        // why a proxy: a store that is added later cannot forget to translate one of its methods
        Object guarded =
                Proxy.newProxyInstance(
                        type.getClassLoader(),
                        new Class<?>[] {type},
                        (_, method, arguments) -> {
                            try {
                                return method.invoke(store, arguments);
                            } catch (InvocationTargetException e) {
                                throw translated(Objects.requireNonNull(e.getCause()));
                            }
                        });
        return type.cast(guarded);
    }

    private static Throwable translated(Throwable failure) {
        return switch (failure) {
            case DataAccessResourceFailureException e -> problem(e);
            case TransientDataAccessResourceException e -> problem(e);
            case RecoverableDataAccessException e -> problem(e);
            case CannotCreateTransactionException e -> problem(e);
            // why: its connection is gone, or it would have been rolled back
            case TransactionSystemException e -> problem(e);
            default -> failure;
        };
    }

    private static Problem problem(RuntimeException failure) {
        LOG.info("the database does not answer: {}", RootMessage.of(failure));
        return new Problem(
                ProblemKind.UNAVAILABLE,
                "the database does not answer; send the request again later",
                failure);
    }
}

package dev.selfsame.server.store.redis;

import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisCommandTimeoutException;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a failure of Redis is about, in words that hold neither user nor password. */
final class Failures {

    private static final Pattern CODE = Pattern.compile("^-?([A-Z]{2,20})\\b");
    private static final String FULL = "OOM command not allowed";

    private Failures() {}

    /** Whether its memory is full. */
    static boolean isFull(RedisCommandExecutionException failure) {
        return String.valueOf(failure.getMessage()).contains(FULL);
    }

    static String words(Throwable failure) {
        Throwable root = failure;
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof RedisCommandExecutionException answer) {
                return answered(String.valueOf(answer.getMessage()));
            }
            if (t instanceof RedisCommandTimeoutException) {
                return "no answer in time";
            }
            root = t;
        }
        // why these as they are: they tell of addresses and certificates
        String message = root.getMessage();
        return message == null || message.isBlank()
                ? root.getClass().getSimpleName()
                : message.lines().findFirst().orElse(message);
    }

    // why the first word alone: what follows may name the user
    private static String answered(String message) {
        Matcher code = CODE.matcher(message);
        String word = code.find() ? code.group(1) : "ERR";
        return switch (word) {
            case "WRONGPASS" -> "it answers WRONGPASS; user or password are wrong";
            case "NOAUTH" -> "it answers NOAUTH; it wants a password";
            case "NOPERM" -> "it answers NOPERM; its user may not do what is needed";
            default -> "it answers " + word;
        };
    }
}

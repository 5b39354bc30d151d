package dev.selfsame.server.testing;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;

import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What is logged below a name while this is open. */
public final class LogLines implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Logger logger;
    private final List<ILoggingEvent> events = new CopyOnWriteArrayList<>();
    private final AppenderBase<ILoggingEvent> appender =
            new AppenderBase<>() {
                @Override
                protected void append(ILoggingEvent event) {
                    events.add(event);
                }
            };

    private LogLines(Logger logger) {
        this.logger = logger;
    }

    public static LogLines of(String name) {
        LogLines lines = new LogLines((Logger) LoggerFactory.getLogger(name));
        lines.appender.setContext(lines.logger.getLoggerContext());
        lines.appender.start();
        lines.logger.addAppender(lines.appender);
        return lines;
    }

    /** The messages of a level and above. */
    public List<String> from(Level level) {
        return events.stream()
                .filter(it -> it.getLevel().isGreaterOrEqual(level))
                .map(ILoggingEvent::getFormattedMessage)
                .toList();
    }

    /** Returns when a message holds this text. */
    public void await(String text) {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (from(Level.TRACE).stream().noneMatch(it -> it.contains(text))) {
            assertThat(Instant.now()).as("no line with: " + text).isBefore(deadline);
            Thread.onSpinWait();
        }
    }

    @Override
    public void close() {
        logger.detachAppender(appender);
        appender.stop();
    }
}

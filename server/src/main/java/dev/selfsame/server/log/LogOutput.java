package dev.selfsame.server.log;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.ConsoleAppender;

import org.slf4j.LoggerFactory;
import org.springframework.boot.logging.logback.StructuredLogEncoder;

/** Changes where the log goes, once it is set up. */
public final class LogOutput {

    private static final String CONSOLE = "STDOUT";

    /** As logging/server.xml calls it. */
    private static final String FILE = "FILE";

    private LogOutput() {}

    /** Does what the options say. */
    public static void apply(LogOptions options) {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
            // why it may be there: several servers can run in one process, which has one log
            if (options.console() != ConsoleFormat.NONE && root.getAppender(CONSOLE) == null) {
                root.addAppender(console(context, options.console()));
            }
            Appender<ILoggingEvent> file = root.getAppender(FILE);
            if (!options.file() && file != null) {
                root.detachAppender(file);
                file.stop();
            }
        }
    }

    private static Appender<ILoggingEvent> console(LoggerContext context, ConsoleFormat format) {
        StructuredLogEncoder encoder = new StructuredLogEncoder();
        encoder.setContext(context);
        encoder.setFormat(format.id());
        encoder.start();
        ConsoleAppender<ILoggingEvent> appender = new ConsoleAppender<>();
        appender.setName(CONSOLE);
        appender.setContext(context);
        appender.setEncoder(encoder);
        appender.start();
        return appender;
    }
}

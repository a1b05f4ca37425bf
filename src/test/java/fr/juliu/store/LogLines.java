package fr.juliu.store;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import org.slf4j.LoggerFactory;

/** What one class says in the log. */
final class LogLines implements AutoCloseable {

    /** Held by the tests whose databases get into trouble, which would hear each other. */
    static final String LOCK = "the log of the store";

    private final Logger logger;
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();

    LogLines(Class<?> speaker) {
        logger = (Logger) LoggerFactory.getLogger(speaker);
        lines.start();
        logger.addAppender(lines);
    }

    List<String> all() {
        return List.copyOf(lines.list).stream().map(line -> line.getLevel() + " " + line.getFormattedMessage())
                .toList();
    }

    @Override
    public void close() {
        logger.detachAppender(lines);
    }
}

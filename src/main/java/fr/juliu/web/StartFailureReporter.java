package fr.juliu.web;

import fr.juliu.knowledge.ConfigException;
import fr.juliu.knowledge.NoArticlesException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.boot.web.server.WebServerException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

/** Says in one line on standard error why the server does not start, where the operator can mend it. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class StartFailureReporter implements SpringBootExceptionReporter {

    @Override
    public boolean reportException(Throwable failure) {
        Optional<String> line = causes(failure).stream().map(StartFailureReporter::line).flatMap(Optional::stream)
                .findFirst();
        line.ifPresent(text -> new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8)
                .println("Juliu does not start: " + text.strip().replaceAll("\\s+", " ")));
        return line.isPresent();
    }

    /** What to say of a failure; nothing of one that only wraps another, or that the operator cannot mend. */
    private static Optional<String> line(Throwable failure) {
        return Optional.ofNullable(switch (failure) {
            case PortInUseException port -> "port " + port.getPort()
                    + " is in use; stop what uses it, or set server.port to another";
            case NoArticlesException none -> none.getMessage();
            case ConfigException config -> config.getMessage();
            case BindException setting -> setting(setting);
            case InvalidConfigurationPropertyValueException setting -> setting.getName() + " is " + setting.getValue()
                    + ", which it cannot be: " + setting.getReason();
            case WebServerException server -> "the web server cannot start (" + causes(server).getLast().getMessage()
                    + "); look at server.port and server.address";
            case MarkedYAMLException yaml -> "application.yml is not valid YAML: line "
                    + (yaml.getProblemMark().getLine() + 1) + ": " + yaml.getProblem();
            case YAMLException yaml -> "application.yml is not valid YAML: " + yaml.getMessage();
            default -> ownWords(failure);
        });
    }

    /** What a room says that begins with the setting to change; its type need not be known here. */
    private static @Nullable String ownWords(Throwable failure) {
        String message = failure.getMessage();
        return message != null && message.startsWith("juliu.") ? message : null;
    }

    /** Our own settings say themselves what they are to be; of others, where they are set. */
    private static String setting(BindException failure) {
        String reason = String.valueOf(causes(failure).getLast().getMessage());
        ConfigurationProperty property = failure.getProperty();
        return causes(failure).stream().map(Throwable::getMessage).filter(Objects::nonNull)
                .filter(message -> message.startsWith("juliu.")).findFirst()
                .orElseGet(() -> property == null
                        ? failure.getName() + " cannot be read: " + reason
                        : property.getName() + " is " + property.getValue() + ", which it cannot be (" + reason
                                + "); it is set in " + property.getOrigin());
    }

    /** A failure and what caused it, the innermost last. */
    private static List<Throwable> causes(Throwable failure) {
        List<Throwable> causes = new ArrayList<>();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            causes.add(cause);
        }
        return causes;
    }
}

package fr.juliu;

import fr.juliu.cli.Commands;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** Starts Juliu: a command of the command line, or with nothing but settings the server. */
@SpringBootApplication(proxyBeanMethods = false)
public class JuliuApplication {

    /** Lucene's advice on a JVM flag; a logger that nobody holds would forget its level. */
    private static final Logger VECTOR_ADVICE = Logger.getLogger("org.apache.lucene.internal.vectorization");

    /** application.yml stands beside the catalogue, for the server as for the commands. */
    private static final String SETTINGS = "optional:file:${juliu.config:config}/";

    public static void main(String[] args) {
        VECTOR_ADVICE.setLevel(Level.SEVERE);
        if (Commands.handles(args)) {
            System.setProperty("logback.configurationFile", "fr/juliu/cli/logback.xml");
            PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
            PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
            System.exit(new Commands(System.in, out, err, System.getenv(), parisClock()).run(args));
        }
        SpringApplication server = new SpringApplication(JuliuApplication.class);
        server.setDefaultProperties(Map.of("spring.config.additional-location", SETTINGS));
        server.run(args);
    }

    @Bean
    Clock clock() {
        return parisClock();
    }

    private static Clock parisClock() {
        return Clock.system(ZoneId.of("Europe/Paris"));
    }
}

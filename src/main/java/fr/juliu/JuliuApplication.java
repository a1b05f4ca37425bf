package fr.juliu;

import fr.juliu.cli.CommandLine;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneId;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts Juliu: a command of the command line, else the server. */
@SpringBootApplication
public class JuliuApplication {

    public static void main(String[] args) {
        if (CommandLine.handles(args)) {
            PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
            PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
            System.exit(new CommandLine(System.in, out, err, System.getenv(), Clock.system(ZoneId.of("Europe/Paris")))
                    .run(args));
        }
        SpringApplication.run(JuliuApplication.class, args);
    }
}

package fr.juliu;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts Juliu. */
@SpringBootApplication
public class JuliuApplication {

    public static void main(String[] args) {
        SpringApplication.run(JuliuApplication.class, args);
    }
}

package fr.juliu.web;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the log is written; application.yml hands it on to Spring Boot.
 *
 * @param log text or json
 */
@ConfigurationProperties("juliu")
record LogSettings(@DefaultValue("text") String log) {

    LogSettings {
        if (!log.equals("text") && !log.equals("json")) {
            throw new IllegalArgumentException("juliu.log is " + log + "; set it to text or json");
        }
    }
}

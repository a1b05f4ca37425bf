package fr.juliu.keep;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the keeper's work is remembered.
 *
 * @param data the folder for what must last
 */
@ConfigurationProperties("juliu")
record KeepSettings(@DefaultValue("data") Path data) {
}

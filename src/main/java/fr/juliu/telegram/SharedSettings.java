package fr.juliu.telegram;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings of the whole app that this room reads too.
 *
 * @param admins    the Telegram ids of those who keep the knowledge
 * @param publicUrl where this app is reached from outside
 */
@ConfigurationProperties("juliu")
record SharedSettings(@DefaultValue List<Long> admins, @Nullable URI publicUrl) {

    SharedSettings {
        admins = List.copyOf(admins);
    }
}

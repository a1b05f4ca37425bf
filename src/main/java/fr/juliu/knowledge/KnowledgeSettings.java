package fr.juliu.knowledge;

import java.net.URI;
import java.nio.file.Path;
import java.time.Period;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where things stand.
 *
 * @param knowledge the folder of articles
 * @param config    the folder of catalogue and lexicon
 * @param siteUrl   what relative links in articles are made absolute with
 */
@ConfigurationProperties("juliu")
record KnowledgeSettings(@DefaultValue("knowledge") Path knowledge, @DefaultValue("config") Path config,
        @Nullable URI siteUrl, @DefaultValue Facts facts) {

    /**
     * The facts in articles.
     *
     * @param maxAge the age from which on they are listed for the keeper, such as 18 months
     */
    record Facts(@DefaultValue(MaxAge.DEFAULT) String maxAge) {

        Facts {
            if (MaxAge.parse(maxAge).isEmpty()) {
                throw new IllegalArgumentException(
                        "juliu.facts.max-age is " + maxAge + "; set it to a number of months, such as 18 months");
            }
        }

        Period age() {
            return MaxAge.parse(maxAge).orElseThrow();
        }
    }

    KnowledgeSettings {
        if (siteUrl != null && siteUrl.toString().isBlank()) {
            siteUrl = null;
        }
        if (siteUrl != null && (!siteUrl.isAbsolute() || siteUrl.getHost() == null)) {
            throw new IllegalArgumentException(
                    "juliu.site-url is " + siteUrl + "; set it to a whole address, such as https://example.org");
        }
    }
}

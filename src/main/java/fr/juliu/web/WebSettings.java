package fr.juliu.web;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings of the HTTP edge.
 *
 * @param trustedProxies addresses or networks of proxies whose X-Forwarded-For is believed
 * @param operators      addresses or networks that are told how the app is in detail
 * @param data           the folder for what must last
 */
@ConfigurationProperties("juliu")
public record WebSettings(@DefaultValue Web web, @DefaultValue List<String> trustedProxies,
        @DefaultValue Widget widget, @DefaultValue List<String> operators, @DefaultValue("data") Path data) {

    public WebSettings {
        trustedProxies = networks("juliu.trusted-proxies", trustedProxies);
        operators = networks("juliu.operators", operators);
    }

    private static List<String> networks(String setting, List<String> texts) {
        for (String text : texts) {
            try {
                Network.of(text);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(setting + " holds " + text
                        + "; set it to addresses or networks, such as 127.0.0.1,10.0.0.0/8", e);
            }
        }
        return List.copyOf(texts);
    }

    /**
     * The chat on other sites.
     *
     * @param origins of the sites that may frame it, such as {@code https://example.org}; none turns it off
     */
    public record Widget(@DefaultValue List<String> origins) {

        public Widget {
            origins = origins.stream().map(String::strip).filter(origin -> !origin.isEmpty())
                    .map(origin -> origin.toLowerCase(Locale.ROOT)).distinct().toList();
            for (String origin : origins) {
                if (!isOrigin(origin)) {
                    throw new IllegalArgumentException("juliu.widget.origins holds " + origin
                            + "; set it to origins, each a scheme and a host without a path, such as"
                            + " https://example.org,http://localhost:3000");
                }
            }
        }

        private static boolean isOrigin(String text) {
            try {
                URI address = URI.create(text);
                String host = address.getHost();
                return host != null && List.of("https", "http").contains(address.getScheme()) && text.equals(
                        address.getScheme() + "://" + host + (address.getPort() < 0 ? "" : ":" + address.getPort()));
            } catch (IllegalArgumentException e) {
                return false;
            }
        }
    }

    /**
     * The limits of the web chat.
     *
     * @param limit questions a minute from one address; 0 lifts the limit
     */
    record Web(@DefaultValue("600") int limit) {

        Web {
            if (limit < 0) {
                throw new IllegalArgumentException("juliu.web.limit is " + limit
                        + "; set it to questions a minute from one address, or to 0 to lift the limit");
            }
        }
    }
}

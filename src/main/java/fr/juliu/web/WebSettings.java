package fr.juliu.web;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings of the HTTP edge.
 *
 * @param trustedProxies addresses or networks of proxies whose X-Forwarded-For is believed
 */
@ConfigurationProperties("juliu")
record WebSettings(@DefaultValue Web web, @DefaultValue List<String> trustedProxies) {

    WebSettings {
        trustedProxies = List.copyOf(trustedProxies);
        for (String proxy : trustedProxies) {
            try {
                Network.of(proxy);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("juliu.trusted-proxies holds " + proxy
                        + "; set it to addresses or networks, such as 127.0.0.1,10.0.0.0/8", e);
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

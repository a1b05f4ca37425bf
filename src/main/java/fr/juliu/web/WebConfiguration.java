package fr.juliu.web;

import com.github.benmanes.caffeine.cache.Ticker;
import fr.juliu.chat.AskLimit;
import fr.juliu.chat.ChatSettings;
import fr.juliu.chat.CurrentEdition;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.ShallowEtagHeaderFilter;
import org.springframework.web.filter.UrlHandlerFilter;

/** The parts of the HTTP edge that are no controllers. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WebSettings.class)
class WebConfiguration {

    @Bean
    AskLimit webLimit(WebSettings settings) {
        return new AskLimit(settings.web().limit(), Ticker.systemTicker());
    }

    @Bean
    ClientAddress clientAddress(WebSettings settings) {
        return new ClientAddress(settings.trustedProxies());
    }

    @Bean
    SecurityHeaders securityHeaders(ObjectProvider<WebSettings> settings) {
        // a filter is made with the web server: a setting that is wrong is not its trouble
        return new SecurityHeaders(() -> settings.getObject().widget().origins());
    }

    @Bean
    KnowledgeHealth knowledge(CurrentEdition edition) {
        return new KnowledgeHealth(edition);
    }

    @Bean
    ModelHealth model(CurrentEdition edition) {
        return new ModelHealth(edition);
    }

    @Bean
    StartReport startReport(CurrentEdition edition, ChatSettings settings) {
        return new StartReport(edition, settings.publicUrl());
    }

    /** Leads an address with a slash too many at its end to its page. */
    @Bean
    UrlHandlerFilter slashes() {
        return UrlHandlerFilter.trailingSlashHandler("/a/**", "/list/", "/changes/")
                .redirect(HttpStatus.MOVED_PERMANENTLY).build();
    }

    /** Lets browsers keep pages and ask whether they changed. */
    @Bean
    FilterRegistrationBean<ShallowEtagHeaderFilter> pageTags() {
        ShallowEtagHeaderFilter tags = new ShallowEtagHeaderFilter();
        tags.setWriteWeakETag(true);
        var registration = new FilterRegistrationBean<>(tags);
        registration.addUrlPatterns("/a", "/a/*", "/list", "/changes", "/feed.xml");
        return registration;
    }
}

package fr.juliu.web;

import com.github.benmanes.caffeine.cache.Ticker;
import fr.juliu.chat.AskLimit;
import fr.juliu.chat.ChatSettings;
import fr.juliu.edition.CurrentEdition;
import fr.juliu.keep.Following;
import fr.juliu.keep.Reindexing;
import fr.juliu.keep.WarmUp;
import fr.juliu.search.cluster.OpenSearchEngine;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.ShallowEtagHeaderFilter;
import org.springframework.web.filter.UrlHandlerFilter;
import tools.jackson.databind.json.JsonMapper;

/** The parts of the HTTP edge that are no controllers. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({WebSettings.class, LogSettings.class})
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
    SecurityHeaders securityHeaders(ObjectProvider<WebSettings> settings, Environment environment) {
        return new SecurityHeaders(home(environment), () -> settings.getObject().widget().origins());
    }

    @Bean
    ErrorText errorText(JsonMapper json, Environment environment) {
        return new ErrorText(json, home(environment));
    }

    @Bean
    Mishaps mishaps(ObjectProvider<Ticker> ticker) {
        return new Mishaps(ticker.getIfAvailable(Ticker::systemTicker));
    }

    @Bean
    FilterRegistrationBean<Operators> operators(ObjectProvider<WebSettings> settings) {
        // a filter is made with the web server: a setting that is wrong is not its trouble
        var registration = new FilterRegistrationBean<>(
                new Operators(() -> settings.getObject().operators().stream().map(Network::of).toList()));
        registration.addUrlPatterns("/actuator/*");
        return registration;
    }

    @Bean
    KnowledgeHealth knowledge(CurrentEdition edition, Reindexing reindexing, Following following) {
        return new KnowledgeHealth(edition, reindexing, following);
    }

    @Bean
    ModelHealth model(CurrentEdition edition) {
        return new ModelHealth(edition);
    }

    @Bean
    WarmUpHealth warmUpHealthIndicator(WarmUp warmUp, Environment environment) {
        return new WarmUpHealth(warmUp, environment.getProperty("juliu.warm-up", Boolean.class, true));
    }

    @Bean
    @ConditionalOnProperty(name = "juliu.search", havingValue = "opensearch")
    ClusterHealth opensearch(OpenSearchEngine engine) {
        return new ClusterHealth(engine);
    }

    @Bean
    DiskHealth disk(WebSettings settings) {
        return new DiskHealth(settings.data());
    }

    private static String home(Environment environment) {
        return environment.getProperty("server.servlet.context-path", "");
    }

    @Bean
    StartReport startReport(CurrentEdition edition, ChatSettings settings, WebSettings web) {
        return new StartReport(edition, settings, web);
    }

    /** Leads an address with a slash too many at its end to its page. */
    @Bean
    UrlHandlerFilter slashes() {
        return UrlHandlerFilter.trailingSlashHandler("/a/**", "/list/", "/changes/", "/search/")
                .redirect(HttpStatus.MOVED_PERMANENTLY).build();
    }

    /** Lets browsers keep pages and ask whether they changed. */
    @Bean
    FilterRegistrationBean<ShallowEtagHeaderFilter> pageTags() {
        ShallowEtagHeaderFilter tags = new ShallowEtagHeaderFilter();
        tags.setWriteWeakETag(true);
        var registration = new FilterRegistrationBean<>(tags);
        registration.addUrlPatterns("/a", "/a/*", "/list", "/changes", "/start", "/feed.xml", "/feed/*");
        return registration;
    }
}

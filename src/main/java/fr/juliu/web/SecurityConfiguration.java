package fr.juliu.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.DefaultSecurityFilterChain;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;

/** Who may see what: everything is open, without sessions and CSRF tokens. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    /** The open routes, that nothing stands before but the firewall of addresses; their headers are {@link SecurityHeaders}'. */
    @Bean
    SecurityFilterChain open() {
        return new DefaultSecurityFilterChain(AnyRequestMatcher.INSTANCE);
    }

    /** Each filter measured by itself costs more than it tells. */
    @Bean
    SecurityObservationSettings securityObservations() {
        return SecurityObservationSettings.noObservations();
    }
}

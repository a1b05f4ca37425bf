package fr.juliu.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;

/** Who may see what: everything is open, without sessions and CSRF tokens. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    /** The open routes; their headers are {@link SecurityHeaders}'. */
    @Bean
    SecurityFilterChain open(HttpSecurity http) {
        return http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .csrf(AbstractHttpConfigurer::disable).headers(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable).logout(AbstractHttpConfigurer::disable)
                .sessionManagement(AbstractHttpConfigurer::disable).securityContext(AbstractHttpConfigurer::disable)
                .build();
    }
}

package fr.juliu.web.desk;

import fr.juliu.store.Claims;
import fr.juliu.store.Tries;
import fr.juliu.web.ClientAddress;
import io.github.bucket4j.TimeMeter;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletContext;
import jakarta.servlet.SessionCookieConfig;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.session.SessionRepository;
import org.springframework.session.web.http.CookieHttpSessionIdResolver;
import org.springframework.session.web.http.DefaultCookieSerializer;
import org.springframework.session.web.http.SessionRepositoryFilter;

/** The lock of the keeper's desk; without a password there is no desk. */
@Configuration(proxyBeanMethods = false)
@Conditional(PasswordIsSet.class)
@EnableConfigurationProperties(DeskSettings.class)
class DeskConfiguration {

    private static final String KEEPER = "keeper";
    private static final String LOG_IN = "/desk/login";
    private static final String COOKIE = "desk";
    private static final String SAME_SITE = "Strict";

    /** The desk's routes: log-in, a session, and CSRF tokens; all other routes are those of the open chain. */
    @Bean
    @Order(1)
    SecurityFilterChain desk(HttpSecurity http, DeskSettings settings, ClientAddress addresses,
            ServletContext context, Environment environment, TimeMeter clock, Claims claims,
            ObjectProvider<SharedTries> tries) {
        LogInGate gate = new LogInGate(new LogInLimit(tries.getIfAvailable(), clock),
                new KnownBrowsers(claims, isHttps(environment)), addresses);
        return http.securityMatcher("/desk", "/desk/**").authenticationManager(keeper(settings))
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.FORWARD).permitAll()
                        .requestMatchers(LOG_IN).permitAll().anyRequest().hasRole(KEEPER))
                .csrf(csrf -> csrf.csrfTokenRepository(tokens(context, isHttps(environment))))
                .headers(headers -> headers.defaultsDisabled().cacheControl(Customizer.withDefaults()))
                .requestCache(AbstractHttpConfigurer::disable)
                .formLogin(form -> form.loginPage(LOG_IN).failureHandler(gate).successHandler(gate))
                .logout(logout -> logout.logoutUrl("/desk/logout").logoutSuccessUrl(LOG_IN + "?out"))
                .exceptionHandling(denied -> denied.accessDeniedHandler(gate))
                .addFilterBefore(gate, UsernamePasswordAuthenticationFilter.class).build();
    }

    /** The clock that log-ins are counted by. */
    @Bean
    TimeMeter logInClock() {
        return TimeMeter.SYSTEM_MILLISECONDS;
    }

    @Bean
    @Conditional(DatabaseIsShared.class)
    DeskKey deskKey(DeskSettings settings) {
        return new DeskKey(settings.password());
    }

    @Bean
    @Conditional(DatabaseIsShared.class)
    SharedTries sharedTries(Tries tries, DeskKey key) {
        return new SharedTries(tries, key);
    }

    /**
     * Keeps the desk's sessions in the database, so that every replica knows them. A filter is made with the web server:
     * a database or a setting that is wrong is not its trouble.
     */
    @Bean
    @Conditional(DatabaseIsShared.class)
    FilterRegistrationBean<SessionRepositoryFilter<?>> deskSessions(@Lazy SessionRepository<?> sessions,
            ObjectProvider<DeskKey> key, ServletContext context, Environment environment) {
        DefaultCookieSerializer cookie = new DefaultCookieSerializer();
        cookie.setCookieName(COOKIE);
        cookie.setCookiePath(context.getContextPath() + "/desk");
        cookie.setUseHttpOnlyCookie(true);
        cookie.setSameSite(SAME_SITE);
        if (isHttps(environment)) {
            cookie.setUseSecureCookie(true);
        }
        CookieHttpSessionIdResolver cookies = new CookieHttpSessionIdResolver();
        cookies.setCookieSerializer(cookie);
        var filter = new SessionRepositoryFilter<>(sessions);
        filter.setHttpSessionIdResolver(new SignedSessionIds(cookies, key::getObject));
        FilterRegistrationBean<SessionRepositoryFilter<?>> registration = new FilterRegistrationBean<>(filter);
        registration.addUrlPatterns("/desk", "/desk/*");
        registration.setOrder(SessionRepositoryFilter.DEFAULT_ORDER);
        return registration;
    }

    /** The session's cookie goes to the desk alone, and never along with what another site starts. */
    @Bean
    ServletContextInitializer deskCookie(Environment environment) {
        return context -> {
            SessionCookieConfig cookie = context.getSessionCookieConfig();
            cookie.setName(COOKIE);
            cookie.setPath(context.getContextPath() + "/desk");
            cookie.setHttpOnly(true);
            cookie.setAttribute("SameSite", SAME_SITE);
            cookie.setSecure(isHttps(environment));
        };
    }

    private static AuthenticationManager keeper(DeskSettings settings) {
        PasswordEncoder encoder = PasswordEncoderFactories.createDelegatingPasswordEncoder();
        DaoAuthenticationProvider provider = new DaoAuthenticationProvider(new InMemoryUserDetailsManager(
                User.withUsername(KEEPER).password(settings.hashed(encoder)).roles(KEEPER).build()));
        provider.setPasswordEncoder(encoder);
        return new ProviderManager(provider);
    }

    private static CookieCsrfTokenRepository tokens(ServletContext context, boolean https) {
        CookieCsrfTokenRepository tokens = new CookieCsrfTokenRepository();
        tokens.setCookieName(LogInGate.TOKEN);
        tokens.setCookiePath(context.getContextPath() + "/desk");
        tokens.setCookieCustomizer(cookie -> {
            cookie.httpOnly(true).sameSite(SAME_SITE);
            if (https) {
                cookie.secure(true);
            }
        });
        return tokens;
    }

    /** Whether browsers come by HTTPS, perhaps through a proxy that ends it; a request by HTTPS tells it by itself. */
    private static boolean isHttps(Environment environment) {
        return environment.getProperty("juliu.public-url", "").startsWith("https:");
    }
}

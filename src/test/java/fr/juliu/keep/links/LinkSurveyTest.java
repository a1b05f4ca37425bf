package fr.juliu.keep.links;

import static org.assertj.core.api.Assertions.assertThat;

import fr.juliu.knowledge.CitedAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Looks at addresses of real servers. */
final class LinkSurveyTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-12-01T12:00:00Z"), ZoneOffset.UTC);
    private static final Duration PATIENT = Duration.ofMinutes(5);

    private final Sites sites = Sites.open();
    private final List<Duration> pauses = Collections.synchronizedList(new ArrayList<>());

    @AfterEach
    void close() {
        sites.close();
    }

    @Test
    void aPageThatIsThereIsGoodByItsHead() {
        sites.page("/a", 200);

        assertThat(look("/a")).isEqualTo(new Finding.Good());
        assertThat(sites.asked()).containsExactly("HEAD /a");
    }

    @ParameterizedTest
    @ValueSource(ints = {405, 501, 404, 403})
    void aHeadThatIsRefusedIsTriedAgainByGet(int refusal) {
        sites.page("/a", exchange -> exchange.getRequestMethod().equals("HEAD") ? refusal : 200);

        assertThat(look("/a")).isEqualTo(new Finding.Good());
        assertThat(sites.asked()).containsExactly("HEAD /a", "GET /a");
    }

    @ParameterizedTest
    @ValueSource(ints = {404, 410})
    void aPageThatIsGoneIsDead(int status) {
        sites.page("/a", status);

        assertThat(look("/a")).isEqualTo(new Finding.Dead("answers " + status));
        assertThat(sites.asked()).containsExactly("HEAD /a", "GET /a");
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 429, 500, 503})
    void aSiteThatRefusesOrFailsWasNotReached(int status) {
        sites.page("/a", status);

        assertThat(look("/a")).isEqualTo(new Finding.NotReached("answers " + status));
    }

    @Test
    void aMoveForGoodIsToldFromOneForNow() {
        sites.page("/b", 200).redirect("/good", 301, "/b").redirect("/kept", 308, "/good").redirect("/now", 302, "/b")
                .redirect("/mixed", 301, "/now");

        URI there = URI.create(sites.url("/b"));
        assertThat(look("/good")).isEqualTo(new Finding.Moved(there));
        assertThat(look("/kept")).isEqualTo(new Finding.Moved(there));
        assertThat(look("/now")).isEqualTo(new Finding.Redirected(there));
        assertThat(look("/mixed")).isEqualTo(new Finding.Redirected(there));
    }

    @Test
    void aRedirectThatLeadsToNoPageIsDead() {
        sites.page("/gone", 404).redirect("/a", 301, "/gone");

        assertThat(look("/a")).isEqualTo(new Finding.Dead("leads to " + sites.url("/gone") + ", which answers 404"));
    }

    @Test
    void redirectsAreFollowedFiveTimes() {
        sites.page("/0", 200);
        IntStream.rangeClosed(1, 6).forEach(hop -> sites.redirect("/" + hop, 301, "/" + (hop - 1)));

        assertThat(look("/5")).isEqualTo(new Finding.Moved(URI.create(sites.url("/0"))));
        assertThat(look("/6")).isEqualTo(
                new Finding.NotReached("redirects more than 5 times, at last to " + sites.url("/0")));
    }

    @Test
    void aRedirectOutOfTheWebIsNotFollowed() {
        sites.redirect("/a", 301, "file:///etc/hostname").redirect("/b", 302, "");

        assertThat(look("/a")).isEqualTo(
                new Finding.NotReached("answers 301 and leads to no address (file:///etc/hostname)"));
        assertThat(look("/b")).isEqualTo(new Finding.NotReached("answers 302 and leads to no address ()"));
    }

    @Test
    void aSiteThatDoesNotAnswerInTimeWasNotReached() {
        sites.silent("/a");

        List<LinkLook> looks = survey(limits(1, Duration.ofMillis(200), 3)).look(List.of(cited(sites.url("/a"))));

        assertThat(looks.getFirst().finding()).isEqualTo(new Finding.NotReached("gives no answer within 0.2s"));
    }

    @Test
    void aCertificateThatDoesNotHoldIsNotDeath(@TempDir Path folder) throws Exception {
        try (Sites selfSigned = Sites.selfSigned(folder)) {
            selfSigned.page("/a", 200);

            assertThat(lookAt(selfSigned.url("localhost", "/a").replace("http:", "https:")))
                    .isInstanceOfSatisfying(Finding.NotReached.class,
                            found -> assertThat(found.why()).contains("certificate or TLS that does not hold"));
        }
    }

    @Test
    void aClosedDoorIsNotDeath() {
        Sites closed = Sites.open();
        closed.close();

        assertThat(lookAt(closed.url("/a"))).isEqualTo(new Finding.NotReached("takes no connection"));
    }

    @Test
    void whatIsNoAddressIsDead() {
        assertThat(lookAt("https://")).isEqualTo(new Finding.Dead("is no valid address"));
        assertThat(lookAt("http://[")).isEqualTo(new Finding.Dead("is no valid address"));
    }

    @Test
    void chineseAndSpacesInAnAddressAreEncoded() {
        sites.page("/", exchange -> exchange.getRequestURI().getRawPath().equals("/%E5%B1%85%20a") ? 200 : 404);

        assertThat(look("/居 a")).isEqualTo(new Finding.Good());
    }

    @Test
    void aSiteThatMovedAsAWholeIsNamedWithThePageAtItsNewName() {
        sites.page("/sent", exchange -> {
            exchange.getResponseHeaders().set("Location", sites.url("127.0.0.1", "/new"));
            return exchange.getRequestHeaders().getFirst("Host").startsWith("localhost") ? 301 : 200;
        }).page("/new", 200).page("/both", 200).page("/gone", 404);

        assertThat(lookAt(sites.url("localhost", "/sent")))
                .isEqualTo(new Finding.SiteMoved(URI.create(sites.url("127.0.0.1", "/new"))));
        assertThat(lookAt(sites.url("localhost", "/both")))
                .isEqualTo(new Finding.SiteMoved(URI.create(sites.url("127.0.0.1", "/both"))));
        assertThat(lookAt(sites.url("localhost", "/gone"))).isEqualTo(new Finding.Dead("answers 404"));
    }

    @Test
    void oneAddressOfASiteIsLookedAtAtATimeWithAPauseBetween() {
        AtomicInteger open = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        sites.page("/", exchange -> {
            most.accumulateAndGet(open.incrementAndGet(), Math::max);
            open.decrementAndGet();
            return 200;
        });
        List<CitedAddress> addresses = IntStream.range(0, 20).mapToObj(i -> cited(sites.url("/" + i))).toList();

        List<LinkLook> looks = survey(limits(4, PATIENT, 3)).look(addresses);

        assertThat(looks).extracting(LinkLook::address).isEqualTo(addresses);
        assertThat(looks).allMatch(look -> look.finding() instanceof Finding.Good);
        assertThat(most).hasValue(1);
        assertThat(pauses).hasSize(19).containsOnly(Duration.ofSeconds(1));
    }

    @Test
    void severalSitesAreLookedAtAtOnceAndNoMoreThanAreAllowed() {
        CyclicBarrier two = new CyclicBarrier(2);
        AtomicInteger open = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        sites.page("/", exchange -> {
            most.accumulateAndGet(open.incrementAndGet(), Math::max);
            try {
                two.await();
            } catch (BrokenBarrierException e) {
                throw new IllegalStateException(e);
            }
            open.decrementAndGet();
            return 200;
        });
        List<CitedAddress> addresses = IntStream.rangeClosed(1, 6)
                .mapToObj(i -> cited(sites.url("127.0.0." + i, "/"))).toList();

        List<LinkLook> looks = survey(limits(2, PATIENT, 3)).look(addresses);

        assertThat(looks).allMatch(look -> look.finding() instanceof Finding.Good);
        assertThat(most).hasValue(2);
    }

    @Test
    void aSiteThatIsNotReachedIsGivenUp() {
        sites.page("/", 403);
        List<CitedAddress> addresses = IntStream.range(0, 10).mapToObj(i -> cited(sites.url("/" + i))).toList();

        List<LinkLook> looks = survey(limits(1, PATIENT, 3)).look(addresses);

        assertThat(sites.asked()).hasSize(6);
        assertThat(looks.getLast().finding()).isEqualTo(new Finding.NotReached(
                "was not looked at, since its site did not answer 3 times in a row"));
    }

    private Finding look(String path) {
        return lookAt(sites.url(path));
    }

    private Finding lookAt(String url) {
        return survey(limits(2, PATIENT, 3)).look(List.of(cited(url))).getFirst().finding();
    }

    private LinkSurvey survey(LinkLimits limits) {
        return new LinkSurvey(limits, CLOCK, pauses::add);
    }

    private static LinkLimits limits(int atOnce, Duration timeout, int giveUp) {
        return new LinkLimits(atOnce, Duration.ofSeconds(1), timeout, 5, giveUp, Map.of("localhost", "127.0.0.1"));
    }

    private static CitedAddress cited(String url) {
        return new CitedAddress(url, List.of("a.md:1"));
    }
}

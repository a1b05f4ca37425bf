package fr.juliu.keep.links;

import fr.juliu.knowledge.CitedAddress;
import java.net.http.HttpClient;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A look at many addresses: a few sites at once, and one address of a site at a time. */
public final class LinkSurvey {

    private final LinkLimits limits;
    private final SiteTurns turns;

    public LinkSurvey(LinkLimits limits, Clock clock) {
        this(limits, clock, Thread::sleep);
    }

    LinkSurvey(LinkLimits limits, Clock clock, SiteTurns.Sleep sleep) {
        this.limits = limits;
        this.turns = new SiteTurns(limits.pause(), clock, sleep);
    }

    /** What became of these addresses, in their order. */
    public List<LinkLook> look(List<CitedAddress> addresses) {
        Map<CitedAddress, Finding> findings = new ConcurrentHashMap<>();
        try (HttpClient client = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(limits.timeout()).build();
                ExecutorService workers = Executors.newFixedThreadPool(limits.atOnce(),
                        Thread.ofVirtual().name("links-", 0).factory())) {
            LinkProbe probe = new LinkProbe(client, limits, turns);
            for (List<CitedAddress> site : bySite(addresses)) {
                workers.execute(() -> look(site, probe, findings));
            }
        }
        return addresses.stream().map(address -> new LinkLook(address, findings.getOrDefault(address,
                new Finding.NotReached("was not looked at, since the look was broken off")))).toList();
    }

    /** The number of sites that these addresses belong to. */
    public static int sites(List<CitedAddress> addresses) {
        return bySite(addresses).size();
    }

    /** The site that an address belongs to, with its port; empty for what is no address. */
    public static String site(String url) {
        return LinkProbe.site(url);
    }

    private void look(List<CitedAddress> site, LinkProbe probe, Map<CitedAddress, Finding> findings) {
        int missed = 0;
        for (CitedAddress address : site) {
            if (missed == limits.giveUp()) {
                findings.put(address, new Finding.NotReached(
                        "was not looked at, since its site did not answer " + missed + " times in a row"));
                continue;
            }
            Finding finding = probe.look(address.url());
            findings.put(address, finding);
            missed = finding instanceof Finding.NotReached ? missed + 1 : 0;
        }
    }

    private static Collection<List<CitedAddress>> bySite(List<CitedAddress> addresses) {
        Map<String, List<CitedAddress>> sites = new LinkedHashMap<>();
        addresses.forEach(address -> sites.computeIfAbsent(site(address.url()), key -> new ArrayList<>())
                .add(address));
        return sites.values();
    }
}

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.opensearch.Version;
import org.opensearch.common.settings.Settings;
import org.opensearch.node.InternalSettingsPreparer;
import org.opensearch.node.Node;
import org.opensearch.plugins.PluginInfo;
import org.opensearch.transport.Netty4ModulePlugin;

/**
 * A node of OpenSearch as a process of its own, for tests: it says READY, and ends with its standard input.
 *
 * <p>Arguments: its number, its folder, its port of HTTP, and the ports at which nodes talk, in the order of their numbers.
 */
final class OpenSearchNode extends Node {

    private OpenSearchNode(Settings settings, Path config) {
        super(InternalSettingsPreparer.prepareEnvironment(settings, Map.of(), config, () -> "node"),
                List.of(new PluginInfo(Netty4ModulePlugin.class.getName(), "HTTP", "NA", Version.CURRENT, "25",
                        Netty4ModulePlugin.class.getName(), null, Collections.emptyList(), false)),
                true);
    }

    public static void main(String[] arguments) throws Exception {
        int number = Integer.parseInt(arguments[0]);
        Path home = Path.of(arguments[1]).toAbsolutePath();
        List<String> ports = Arrays.asList(arguments).subList(3, arguments.length);
        Path config = Files.createDirectories(home.resolve("config"));
        Settings.Builder settings = Settings.builder().put("cluster.name", "juliu-test").put("node.name", "n" + number)
                .put("path.home", home.toString()).put("transport.type", "netty4").put("http.type", "netty4")
                .put("network.host", "127.0.0.1").put("http.port", arguments[2])
                .put("transport.port", ports.get(number)).put("node.processors", 2)
                .put("cluster.routing.allocation.disk.threshold_enabled", false);
        if (ports.size() == 1) {
            settings.put("discovery.type", "single-node");
        } else {
            settings.putList("discovery.seed_hosts", ports.stream().map(port -> "127.0.0.1:" + port).toList())
                    .putList("cluster.initial_cluster_manager_nodes", "n0");
        }
        OpenSearchNode node = new OpenSearchNode(settings.build(), config);
        node.start();
        System.out.println("READY");
        while (System.in.read() >= 0) {
            // until whoever started it ends, or ends it
        }
        node.close();
        System.exit(0);
    }
}

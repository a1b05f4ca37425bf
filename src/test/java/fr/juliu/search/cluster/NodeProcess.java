package fr.juliu.search.cluster;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** A real node of OpenSearch as a process of its own; one of several, if wanted. It ends with the tests. */
final class NodeProcess implements AutoCloseable {

    private static final Path CLASSPATH = Path.of("target", "opensearch.classpath");
    private static final Path PROGRAM = Path.of("src", "test", "opensearch", "OpenSearchNode.java");
    private static final int SHOWN = 20;

    private final int number;
    private final Path home;
    private final int port;
    private final List<Integer> cluster;
    private Process process;

    private NodeProcess(int number, Path home, int port, List<Integer> cluster) throws IOException {
        this.number = number;
        this.home = home;
        this.port = port;
        this.cluster = cluster;
        process = begin();
    }

    /**
     * A cluster of so many nodes, which are ready.
     *
     * @param folder for what they keep
     */
    static List<NodeProcess> cluster(int nodes, Path folder) throws IOException {
        List<Integer> ports = freePorts(2 * nodes);
        List<NodeProcess> all = new ArrayList<>();
        for (int number = 0; number < nodes; number++) {
            all.add(new NodeProcess(number, folder.resolve("node" + number), ports.get(nodes + number),
                    ports.subList(0, nodes)));
        }
        for (NodeProcess node : all) {
            node.awaitReady();
        }
        return all;
    }

    String address() {
        return "http://127.0.0.1:" + port;
    }

    int port() {
        return port;
    }

    /** Ends it as {@code kill -9} does. */
    void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    /** Starts it again, with what it kept, at the same address. */
    void restart() throws IOException {
        process = begin();
        awaitReady();
    }

    private Process begin() throws IOException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=" + (Boolean.getBoolean("test.long") ? 4 : 1), "-Xms256m", "-Xmx512m",
                        "--enable-native-access=ALL-UNNAMED", "-cp", Files.readString(CLASSPATH), PROGRAM.toString(),
                        String.valueOf(number), home.toString(), String.valueOf(port)));
        cluster.forEach(each -> command.add(String.valueOf(each)));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    private void awaitReady() throws IOException {
        Deque<String> said = new ArrayDeque<>();
        BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            said.add(line);
            if (said.size() > SHOWN) {
                said.remove();
            }
            if (line.equals("READY")) {
                Thread.ofVirtual().start(() -> drain(lines));
                return;
            }
        }
        throw new AssertionError("the node does not start: " + String.join("\n", said));
    }

    private static void drain(BufferedReader lines) {
        try (lines) {
            while (lines.readLine() != null) {
                // so that it can go on
            }
        } catch (IOException e) {
            // it has ended
        }
    }

    private static List<Integer> freePorts(int count) throws IOException {
        List<ServerSocket> taken = new ArrayList<>();
        List<Integer> ports = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            taken.add(new ServerSocket(0));
            ports.add(taken.getLast().getLocalPort());
        }
        for (ServerSocket each : taken) {
            each.close();
        }
        return ports;
    }

    @Override
    public void close() {
        kill();
    }
}

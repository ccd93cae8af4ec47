package dev.headroom.storage.source.aws;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The metrics of a server that are pulled: its processor, its network, its volumes, and its memory where the
/// CloudWatch agent tells it.
///
/// Source: the documentation of the metrics of EC2 and of the CloudWatch agent. Bytes are asked for as sums,
/// because only a sum says how many came in the whole period.
public final class ServerMetrics {
    /// The namespace of the agent, unless it was told another one.
    public static final String AGENT = "CWAgent";
    /// What the agent calls the memory in use, on Linux and on Windows.
    public static final List<String> MEMORY = List.of("mem_used_percent", "Memory % Committed Bytes In Use");

    private static final String EC2 = "AWS/EC2";
    private static final String ID = "InstanceId";
    private static final String MEAN = "Average";
    private static final String P95 = "p95";
    private static final String SUM = "Sum";

    private ServerMetrics() {}

    /// What the agent tells, by server. Metrics that name no server are left out.
    public static Map<String, List<AwsMetrics.MetricName>> byServer(List<AwsMetrics.MetricName> names) {
        return names.stream()
                .filter(name -> name.dimensions().containsKey(ID))
                .collect(Collectors.groupingBy(
                        name -> String.valueOf(name.dimensions().get(ID))));
    }

    /// @param memory of the agent on this server
    public static List<MetricWanted> of(String server, List<AwsMetrics.MetricName> memory) {
        Map<String, String> at = Map.of(ID, server);
        List<MetricWanted> wanted = new ArrayList<>();
        wanted.add(new MetricWanted(EC2, "CPUUtilization", at, MEAN, "Percent", server, false));
        wanted.add(new MetricWanted(EC2, "CPUUtilization", at, P95, "Percent", server, false));
        for (AwsMetrics.MetricName name : memory) {
            wanted.add(agent(name, MEAN, server));
            wanted.add(agent(name, P95, server));
        }
        wanted.add(new MetricWanted(EC2, "NetworkIn", at, SUM, "Bytes", server, false));
        wanted.add(new MetricWanted(EC2, "NetworkOut", at, SUM, "Bytes", server, true));
        wanted.add(new MetricWanted(EC2, "EBSReadBytes", at, SUM, "Bytes", server, false));
        wanted.add(new MetricWanted(EC2, "EBSWriteBytes", at, SUM, "Bytes", server, true));
        return wanted;
    }

    private static MetricWanted agent(AwsMetrics.MetricName name, String statistic, String server) {
        return new MetricWanted(
                name.namespace(), name.metric(), name.dimensions(), statistic, "Percent", server, false);
    }
}

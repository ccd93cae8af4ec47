package dev.headroom.engine.consolidation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import smile.clustering.CentroidClustering;
import smile.clustering.KMeans;
import smile.math.MathEx;

/// Groups underused servers that are alike, each group with a name that says how.
///
/// Compared are how much processor and memory they use, how far busy hours stand out, and whether weekends are
/// quiet; the first three on a logarithmic scale, each in units of its spread over the servers. Two to six groups
/// are tried, and the number with the best mean silhouette is kept; when none reaches [#LEAST_SILHOUETTE], the
/// servers are one group. The same servers and seed give the same groups.
///
/// Source: S. Lloyd (1982), Least squares quantization in PCM, doi:10.1109/TIT.1982.1056489, with the seeds of
/// k-means++ (D. Arthur and S. Vassilvitskii, 2007), by the Smile library; P. J. Rousseeuw (1987), Silhouettes,
/// doi:10.1016/0377-0427(87)90125-7. Departure: of ten starts the one with the least distortion.
public final class IdleClusters {
    static final double LEAST_SILHOUETTE = 0.25;

    private static final int MOST_CLUSTERS = 6;
    private static final int STARTS = 10;
    private static final int ITERATIONS = 100;
    /// Silhouettes compare all pairs; of more servers every n-th is compared.
    private static final int COMPARED = 1_000;

    private IdleClusters() {}

    /// Servers that are alike.
    ///
    /// @param name such as `Nearly idle, steady`; no two groups have the same
    /// @param words the middle of the group in numbers
    /// @param members the one that uses least first
    public record Cluster(String name, String words, List<Underused> members) {
        public Cluster {
            members = List.copyOf(members);
        }
    }

    /// @param servers in any order; may be empty
    public static List<Cluster> of(List<Underused> servers, long seed) {
        double[][] points = standardised(servers);
        int[] groups = new int[servers.size()];
        double best = LEAST_SILHOUETTE;
        for (int k = 2; k <= Math.min(MOST_CLUSTERS, distinct(points) - 1); k++) {
            int[] tried = kMeans(points, k, seed);
            double silhouette = silhouette(points, tried, k);
            if (silhouette > best) {
                best = silhouette;
                groups = tried;
            }
        }
        return named(servers, groups);
    }

    private static int distinct(double[][] points) {
        return (int) Arrays.stream(points).map(Arrays::toString).distinct().count();
    }

    private static int[] kMeans(double[][] points, int k, long seed) {
        MathEx.setSeed(seed);
        CentroidClustering<double[], double[]> best = KMeans.fit(points, k, ITERATIONS);
        for (int start = 1; start < STARTS; start++) {
            CentroidClustering<double[], double[]> next = KMeans.fit(points, k, ITERATIONS);
            best = next.distortion() < best.distortion() ? next : best;
        }
        return best.group();
    }

    private static double[][] standardised(List<Underused> servers) {
        double[][] points = new double[servers.size()][];
        for (int i = 0; i < points.length; i++) {
            Underused server = servers.get(i);
            double memory = server.memoryPercent();
            points[i] = new double[] {
                Math.log1p(server.meanCpuPercent()),
                Math.log1p(Double.isNaN(memory) ? 0 : memory),
                Math.log(Math.max(1, server.burst())),
                Math.min(2, server.weekendShare())
            };
        }
        for (int feature = 0; points.length > 0 && feature < points[0].length; feature++) {
            double mean = 0;
            double squares = 0;
            for (double[] point : points) {
                mean += point[feature] / points.length;
            }
            for (double[] point : points) {
                squares += (point[feature] - mean) * (point[feature] - mean);
            }
            double spread = Math.sqrt(squares / points.length);
            for (double[] point : points) {
                point[feature] = spread > 1e-9 ? (point[feature] - mean) / spread : 0;
            }
        }
        return points;
    }

    private static double silhouette(double[][] points, int[] groups, int k) {
        int stride = Math.max(1, points.length / COMPARED);
        double sum = 0;
        int count = 0;
        for (int i = 0; i < points.length; i += stride) {
            double[] distance = new double[k];
            int[] size = new int[k];
            for (int j = 0; j < points.length; j += stride) {
                if (j != i) {
                    distance[groups[j]] += distance(points[i], points[j]);
                    size[groups[j]]++;
                }
            }
            double other = Double.POSITIVE_INFINITY;
            for (int group = 0; group < k; group++) {
                if (group != groups[i] && size[group] > 0) {
                    other = Math.min(other, distance[group] / size[group]);
                }
            }
            count++;
            if (size[groups[i]] > 0 && Double.isFinite(other)) {
                double own = distance[groups[i]] / size[groups[i]];
                sum += (other - own) / Math.max(Math.max(other, own), 1e-12);
            }
        }
        return sum / count;
    }

    private static double distance(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (a[i] - b[i]) * (a[i] - b[i]);
        }
        return Math.sqrt(sum);
    }

    private static List<Cluster> named(List<Underused> servers, int[] groups) {
        List<Cluster> clusters = new ArrayList<>();
        for (int group = 0; group < MOST_CLUSTERS; group++) {
            List<Underused> members = new ArrayList<>();
            for (int i = 0; i < groups.length; i++) {
                if (groups[i] == group) {
                    members.add(servers.get(i));
                }
            }
            if (!members.isEmpty()) {
                members.sort(Comparator.comparingDouble(Underused::meanCpuPercent)
                        .thenComparing(member -> member.server().id()));
                clusters.add(new Cluster(name(members), words(members), members));
            }
        }
        clusters.sort(Comparator.comparingDouble(cluster -> middle(cluster.members(), Middle.CPU)));
        return distinguished(clusters);
    }

    private static List<Cluster> distinguished(List<Cluster> clusters) {
        return clusters.stream()
                .map(cluster -> clusters.stream()
                                        .filter(other -> other.name().equals(cluster.name()))
                                        .count()
                                == 1
                        ? cluster
                        : new Cluster(
                                cluster.name() + " (" + cluster.words() + ")", cluster.words(), cluster.members()))
                .toList();
    }

    private static String name(List<Underused> members) {
        double cpu = middle(members, Middle.CPU);
        double memory = middle(members, Middle.MEMORY);
        String level = cpu < 5 ? "Nearly idle" : cpu < 15 ? "Low use" : "Moderate use";
        String pattern = middle(members, Middle.WEEKEND) < 0.6
                ? "quiet at weekends"
                : middle(members, Middle.BURST) > 2.5 ? "in bursts" : "steady";
        return level + ", " + pattern + (memory >= 50 ? ", memory in use" : "");
    }

    private static String words(List<Underused> members) {
        double memory = middle(members, Middle.MEMORY);
        return String.format(
                Locale.ROOT,
                "CPU %.1f %%%s",
                middle(members, Middle.CPU),
                Double.isNaN(memory) ? "" : String.format(Locale.ROOT, ", memory %.0f %%", memory));
    }

    private enum Middle {
        CPU,
        MEMORY,
        BURST,
        WEEKEND
    }

    /// The median of a group; NaN when nothing is known.
    private static double middle(List<Underused> members, Middle of) {
        double[] values = members.stream()
                .mapToDouble(member -> switch (of) {
                    case CPU -> member.meanCpuPercent();
                    case MEMORY -> member.memoryPercent();
                    case BURST -> member.burst();
                    case WEEKEND -> member.weekendShare();
                })
                .filter(value -> !Double.isNaN(value))
                .sorted()
                .toArray();
        return values.length == 0 ? Double.NaN : values[values.length / 2];
    }
}

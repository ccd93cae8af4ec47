package dev.headroom.storage.source.cloudwatch;

import dev.headroom.storage.source.document.MetricName;
import java.util.Arrays;
import java.util.LinkedList;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the Label and the Id of a result say. A Label is `RESOURCE METRIC` or `RESOURCE METRIC STATISTIC`, divided by
/// blanks, `/` or `|`, or only `METRIC [STATISTIC]`; then an Id such as `cpu_i_0123abcd` or a file name with
/// `i-0123abcd` names the instance. The words of an Id also tell the statistic (`cpu_max`).
///
/// @param resource empty when nothing names it
/// @param statistic empty when nothing tells it
record ResultName(String metric, Optional<String> resource, Optional<String> statistic) {
    private static final Pattern INSTANCE =
            Pattern.compile("(?:^|[^a-z0-9])(i[-_][0-9a-f]{8}(?:[0-9a-f]{9})?)(?![0-9a-f])");
    private static final Pattern OTHER_PERCENTILE = Pattern.compile("p\\d{1,2}(\\.\\d+)?|samplecount|tm\\d+|iqm");

    static ResultName of(String label, String id) {
        LinkedList<String> words = new LinkedList<>(Arrays.asList(label.strip().split("[\\s/|]+")));
        Optional<String> statistic = Optional.empty();
        if (words.size() > 1 && isStatistic(words.getLast())) {
            statistic = Optional.of(words.removeLast());
        } else {
            statistic =
                    Arrays.stream(id.split("_")).filter(ResultName::isStatistic).findFirst();
        }
        String metric = words.removeLast();
        Optional<String> resource = words.isEmpty() ? instance(id) : Optional.of(String.join(" ", words));
        return new ResultName(metric, resource, statistic);
    }

    /// True for every statistic that CloudWatch has, also for those that are not kept.
    static boolean isStatistic(String word) {
        return MetricName.statistic(word).isPresent()
                || OTHER_PERCENTILE.matcher(word.toLowerCase(Locale.ROOT)).matches();
    }

    /// The id of an EC2 instance in a text; Ids of queries write it with an underscore.
    static Optional<String> instance(String text) {
        Matcher found = INSTANCE.matcher(text.toLowerCase(Locale.ROOT));
        return found.find() ? Optional.of(found.group(1).replace('_', '-')) : Optional.empty();
    }
}

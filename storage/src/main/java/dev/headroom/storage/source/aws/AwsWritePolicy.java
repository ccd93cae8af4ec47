package dev.headroom.storage.source.aws;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/// The least that must be allowed for what is switched on to be written. It is a policy of its own: the one of
/// [AwsPolicy] only reads.
public final class AwsWritePolicy {
    /// The statement for series, metrics and alerts.
    public static final String SERIES = "HeadroomWriteSeries";

    public static final String METRICS = "HeadroomWriteMetrics";
    public static final String ALERTS = "HeadroomWriteAlerts";

    private AwsWritePolicy() {}

    /// An identity-based policy of IAM as JSON, one statement for each thing that is written.
    ///
    /// @param series below which place objects are written; empty when none are
    /// @param namespace of metrics; empty when none are written
    /// @param topic for messages; empty when none are sent
    public static String json(Optional<S3Address> series, Optional<String> namespace, Optional<TopicArn> topic) {
        ObjectMapper mapper = new ObjectMapper();
        ObjectNode policy = mapper.createObjectNode().put("Version", "2012-10-17");
        ArrayNode statements = policy.putArray("Statement");
        series.ifPresent(place -> allow(
                statements,
                SERIES,
                AwsWrite.OBJECT,
                "arn:aws:s3:::" + place.below("*").toString().substring("s3://".length())));
        namespace.ifPresent(name -> allow(statements, METRICS, AwsWrite.METRICS, "*")
                .putObject("Condition")
                .putObject("StringEquals")
                .put("cloudwatch:namespace", name));
        topic.ifPresent(one -> allow(statements, ALERTS, AwsWrite.MESSAGE, one.arn()));
        try {
            return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(policy);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A tree of texts can always be written.", e);
        }
    }

    private static ObjectNode allow(ArrayNode statements, String name, AwsWrite action, String resource) {
        return statements
                .addObject()
                .put("Sid", name)
                .put("Effect", "Allow")
                .put("Action", action.iam())
                .put("Resource", resource);
    }
}

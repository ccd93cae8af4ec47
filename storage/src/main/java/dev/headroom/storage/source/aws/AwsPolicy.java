package dev.headroom.storage.source.aws;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// The least that a role must be allowed for a pull: reading, and where queries are asked the writing of
/// their results.
public final class AwsPolicy {
    private static final String VERSION = "2012-10-17";

    private static final String BUCKETS = "arn:aws:s3:::";

    /// No others are read, whatever is asked for.
    private static final String OUR_SECRETS = "arn:aws:secretsmanager:*:*:secret:headroom/*";

    private AwsPolicy() {}

    /// An identity-based policy of IAM as JSON, one statement a topic.
    ///
    /// @param roles the roles in other accounts that may be taken, such as
    ///     `arn:aws:iam::*:role/headroom-read`
    public static String json(String roles) {
        return json(roles, List.of(), Optional.empty());
    }

    /// The same with the buckets of bills named, so that no others can be read.
    ///
    /// @param buckets with bills; empty for all buckets
    /// @param results where Athena writes results of queries, with the rights of who asks; empty when nothing
    ///     is to be written
    public static String json(String roles, List<String> buckets, Optional<S3Address> results) {
        ObjectMapper mapper = new ObjectMapper();
        ObjectNode policy = mapper.createObjectNode().put("Version", VERSION);
        ArrayNode statements = policy.putArray("Statement");
        for (AwsAction.Topic topic : AwsAction.Topic.values()) {
            List<AwsAction> actions = AwsAction.of(topic).stream()
                    .filter(action -> action != AwsAction.ROLE && !isOfFiles(action))
                    .toList();
            if (!actions.isEmpty()) {
                allow(statements, capitalised(topic.name()), actions)
                        .put("Resource", topic == AwsAction.Topic.SECRETS ? OUR_SECRETS : "*");
            }
        }
        List<AwsAction> files =
                Arrays.stream(AwsAction.values()).filter(AwsPolicy::isOfFiles).toList();
        files(allow(statements, "CostFiles", files), buckets, results);
        results.ifPresent(where -> statements
                .addObject()
                .put("Sid", "HeadroomQueryResults")
                .put("Effect", "Allow")
                .put("Action", "s3:PutObject")
                .put("Resource", BUCKETS + where.below("*").toString().substring("s3://".length())));
        statements
                .addObject()
                .put("Sid", "HeadroomOtherAccounts")
                .put("Effect", "Allow")
                .put("Action", AwsAction.ROLE.iam())
                .put("Resource", roles);
        try {
            return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(policy);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A tree of texts can always be written.", e);
        }
    }

    private static boolean isOfFiles(AwsAction action) {
        return action.iam().startsWith("s3:");
    }

    private static ObjectNode allow(ArrayNode statements, String name, List<AwsAction> actions) {
        ObjectNode statement =
                statements.addObject().put("Sid", "Headroom" + name).put("Effect", "Allow");
        ArrayNode list = statement.putArray("Action");
        actions.forEach(action -> list.add(action.iam()));
        return statement;
    }

    private static void files(ObjectNode statement, List<String> buckets, Optional<S3Address> results) {
        if (buckets.isEmpty()) {
            statement.put("Resource", "*");
            return;
        }
        ArrayNode resources = statement.putArray("Resource");
        Stream.concat(buckets.stream(), results.map(S3Address::bucket).stream())
                .distinct()
                .forEach(bucket -> resources.add(BUCKETS + bucket).add(BUCKETS + bucket + "/*"));
    }

    private static String capitalised(String name) {
        return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
    }
}

package dev.headroom.storage.source.aws;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;

/// The least that a role must be allowed for a pull: reading only.
public final class AwsPolicy {
    private static final String VERSION = "2012-10-17";

    private AwsPolicy() {}

    /// An identity-based policy of IAM as JSON, one statement a topic.
    ///
    /// @param roles the roles in other accounts that may be taken, such as
    ///     `arn:aws:iam::*:role/headroom-read`
    public static String json(String roles) {
        ObjectMapper mapper = new ObjectMapper();
        ObjectNode policy = mapper.createObjectNode().put("Version", VERSION);
        ArrayNode statements = policy.putArray("Statement");
        for (AwsAction.Topic topic : AwsAction.Topic.values()) {
            if (AwsAction.of(topic).isEmpty()) {
                continue;
            }
            ObjectNode statement = statements
                    .addObject()
                    .put("Sid", "Headroom" + capitalised(topic.name()))
                    .put("Effect", "Allow");
            ArrayNode actions = statement.putArray("Action");
            AwsAction.of(topic).stream()
                    .filter(action -> action != AwsAction.ROLE)
                    .forEach(action -> actions.add(action.iam()));
            statement.put("Resource", "*");
        }
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

    private static String capitalised(String name) {
        return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
    }
}

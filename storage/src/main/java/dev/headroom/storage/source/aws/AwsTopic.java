package dev.headroom.storage.source.aws;

import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;

/// Publishes messages to a topic of SNS.
public final class AwsTopic {
    /// The most characters of a subject, which has to be printable ASCII.
    public static final int LONGEST_SUBJECT = 100;
    /// The most bytes of a message with its attributes.
    public static final int MOST_BYTES = 262_144;

    private static final String GROUP = "headroom";

    private final SnsClient client;
    private final TopicArn topic;
    private final Writing writing;

    AwsTopic(SnsClient client, TopicArn topic, Writing writing) {
        this.client = client;
        this.topic = topic;
        this.writing = writing;
    }

    /// A message.
    ///
    /// @param id the same for the same message; a topic that keeps the order takes it once
    /// @param attributes texts that a filter policy of a subscription can ask for
    public record Message(String id, String subject, String body, Map<String, String> attributes) {
        public Message {
            attributes = Map.copyOf(attributes);
        }
    }

    public void publish(Message message) throws AwsFailureException {
        Map<String, MessageAttributeValue> attributes = message.attributes().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> MessageAttributeValue.builder()
                                .dataType("String")
                                .stringValue(entry.getValue())
                                .build()));
        writing.asked(
                AwsWrite.MESSAGE,
                topic.arn(),
                () -> client.publish(ask -> ask.topicArn(topic.arn())
                        .subject(message.subject())
                        .message(message.body())
                        .messageAttributes(attributes)
                        .messageGroupId(topic.isOrdered() ? GROUP : null)
                        .messageDeduplicationId(topic.isOrdered() ? message.id() : null)));
    }
}

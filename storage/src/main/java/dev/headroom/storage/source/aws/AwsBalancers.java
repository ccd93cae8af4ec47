package dev.headroom.storage.source.aws;

import dev.headroom.engine.fleet.Asset;
import dev.headroom.engine.fleet.AssetFact;
import dev.headroom.engine.fleet.AssetKind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancer;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Tag;

/// Reads the application, network and gateway load balancers of one account and region. Classic ones are
/// another service and not read.
///
/// The id is the resource name (ARN), as on bills.
final class AwsBalancers {
    private static final int PAGE = 400;
    private static final int MOST_NAMES = 20;

    private final ElasticLoadBalancingV2Client client;
    private final AwsEntries entries;
    private final Asking asking;

    AwsBalancers(ElasticLoadBalancingV2Client client, AwsEntries entries, Asking asking) {
        this.client = client;
        this.entries = entries;
        this.asking = asking;
    }

    List<Asset> read() throws AwsFailureException {
        List<LoadBalancer> told = asking.asked(
                AwsAction.BALANCERS.iam(),
                () -> client.describeLoadBalancersPaginator(ask -> ask.pageSize(PAGE)).loadBalancers().stream()
                        .toList());
        Map<String, Map<String, String>> tags = tags(told);
        return told.stream()
                .map(one -> balancer(one, tags.getOrDefault(one.loadBalancerArn(), Map.of())))
                .toList();
    }

    private Map<String, Map<String, String>> tags(List<LoadBalancer> told) throws AwsFailureException {
        Map<String, Map<String, String>> tags = new HashMap<>();
        List<String> names = new ArrayList<>();
        told.forEach(one -> names.add(one.loadBalancerArn()));
        for (int i = 0; i < names.size(); i += MOST_NAMES) {
            List<String> some = names.subList(i, Math.min(i + MOST_NAMES, names.size()));
            asking.done(
                    AwsAction.BALANCER_TAGS.iam(),
                    () -> client.describeTags(ask -> ask.resourceArns(some))
                            .tagDescriptions()
                            .forEach(one ->
                                    tags.put(one.resourceArn(), AwsEntries.tags(one.tags(), Tag::key, Tag::value))));
        }
        return tags;
    }

    private Asset balancer(LoadBalancer told, Map<String, String> tags) {
        EnumMap<AssetFact, String> facts = new EnumMap<>(AssetFact.class);
        AwsEntries.put(facts, AssetFact.CREATED, told.createdTime());
        if (told.state() != null) {
            AwsEntries.put(facts, AssetFact.STATE, told.state().codeAsString());
        }
        return entries.asset(
                told.loadBalancerArn(),
                AssetKind.LOAD_BALANCER,
                told.loadBalancerName(),
                told.typeAsString(),
                facts,
                tags);
    }
}

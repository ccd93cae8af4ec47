package dev.headroom.storage.pull;

import dev.headroom.storage.source.aws.loopback.Call;
import dev.headroom.storage.source.aws.loopback.Fault;
import dev.headroom.storage.source.aws.loopback.LoopbackAws;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.ec2.model.DescribeInstanceTypesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeInstanceTypesResponse;
import software.amazon.awssdk.services.ec2.model.InstanceTypeInfo;
import software.amazon.awssdk.services.pricing.model.Filter;
import software.amazon.awssdk.services.pricing.model.GetProductsRequest;
import software.amazon.awssdk.services.pricing.model.GetProductsResponse;

/// The types and prices of one region behind a loopback server, in pages of two.
public final class PriceShop {
    private static final int PAGE = 2;

    private final String region;
    private final Map<String, String> hours = new TreeMap<>();
    private final DatabaseShelf databases;
    private final PlanShelf plans;
    private boolean denied;
    private boolean typesDenied;

    public PriceShop(String region) {
        this.region = region;
        databases = new DatabaseShelf(region);
        plans = new PlanShelf(region);
        hours.put("m5.large", "0.111");
        hours.put("m5.xlarge", "0.222");
        hours.put("m6g.large", "0.088");
        hours.put("m5d.large", "0.130");
    }

    /// From now on a type costs so much an hour.
    public void price(String type, String hour) {
        hours.put(type, hour);
    }

    DatabaseShelf databases() {
        return databases;
    }

    PlanShelf plans() {
        return plans;
    }

    public void deny() {
        denied = true;
    }

    void denyTypes() {
        typesDenied = true;
    }

    public void serve(LoopbackAws aws) {
        plans.serve(aws);
        aws.on("ec2", "DescribeInstanceTypes", DescribeInstanceTypesRequest::builder, this::types)
                .on("pricing", "GetProducts", GetProductsRequest::builder, this::products);
    }

    private SdkPojo types(DescribeInstanceTypesRequest request, Call call) throws Fault {
        if (typesDenied) {
            throw Fault.denied("ec2:DescribeInstanceTypes");
        }
        boolean first = request.nextToken() == null;
        return DescribeInstanceTypesResponse.builder()
                .instanceTypes(
                        first
                                ? List.of(
                                        type("m5.large", 2, 8, "x86_64", false),
                                        type("m5.xlarge", 4, 16, "x86_64", false))
                                : List.of(
                                        type("m6g.large", 2, 8, "arm64", false),
                                        type("m5d.large", 2, 8, "x86_64", true),
                                        type("x9.nowhere", 2, 8, "x86_64", false)))
                .nextToken(first ? "2" : null)
                .build();
    }

    private static InstanceTypeInfo type(String name, int vcpu, int gib, String architecture, boolean disks) {
        return InstanceTypeInfo.builder()
                .instanceType(name)
                .currentGeneration(true)
                .bareMetal(false)
                .burstablePerformanceSupported(false)
                .instanceStorageSupported(disks)
                .processorInfo(processor -> processor.supportedArchitecturesWithStrings(architecture))
                .vCpuInfo(told -> told.defaultVCpus(vcpu))
                .memoryInfo(told -> told.sizeInMiB(gib * 1_024L))
                .networkInfo(told -> told.networkPerformance("Up to 10 Gigabit")
                        .networkCards(card -> card.baselineBandwidthInGbps(0.75)))
                .ebsInfo(told -> told.ebsOptimizedInfo(most -> most.maximumThroughputInMBps(593.75)))
                .build();
    }

    private SdkPojo products(GetProductsRequest request, Call call) throws Fault {
        if (denied) {
            throw Fault.denied("pricing:GetProducts");
        }
        if (!call.region().equals("us-east-1")) {
            throw new Fault(400, "ValidationException", "Not answered in " + call.region());
        }
        Map<String, String> wanted = new TreeMap<>();
        for (Filter filter : request.filters()) {
            wanted.put(filter.field(), filter.value());
        }
        List<String> all = new ArrayList<>();
        if (region.equals(wanted.get("regionCode"))) {
            all.addAll(request.serviceCode().equals("AmazonRDS") ? databases.entries(wanted) : entries(wanted));
        }
        int from = request.nextToken() == null ? 0 : Integer.parseInt(request.nextToken());
        int to = Math.min(all.size(), from + PAGE);
        return GetProductsResponse.builder()
                .formatVersion("aws_v1")
                .priceList(all.subList(from, to))
                .nextToken(to < all.size() ? Integer.toString(to) : null)
                .build();
    }

    private List<String> entries(Map<String, String> wanted) {
        return switch (wanted.getOrDefault("productFamily", "machines")) {
            case "machines" ->
                hours.entrySet().stream()
                        .map(entry -> machine(entry.getKey(), entry.getValue()))
                        .toList();
            case "Storage" ->
                List.of(
                        storage("EUC1-EBS:VolumeUsage.gp3", "GB-Mo", "0.0952"),
                        storage("EUC1-EBS:VolumeUsage.gp2", "GB-Mo", "0.119"),
                        storage("EUC1-EBS:VolumeUsage", "GB-Mo", "0.059"));
            case "System Operation" -> List.of(storage("EUC1-EBS:VolumeP-IOPS.gp3", "IOPS-Mo", "0.006"));
            case "Provisioned Throughput" -> List.of(storage("EUC1-EBS:VolumeP-Throughput.gp3", "GiBps-mo", "49.152"));
            case "Storage Snapshot" -> List.of(storage("EUC1-EBS:SnapshotUsage", "GB-Mo", "0.054"));
            default -> List.of();
        };
    }

    private String machine(String type, String hour) {
        return """
                {"product":{"productFamily":"Compute Instance","sku":"S","attributes":{"instanceType":"%s",\
                "regionCode":"%s","operatingSystem":"Linux","tenancy":"Shared","preInstalledSw":"NA",\
                "capacitystatus":"Used","licenseModel":"No License required","marketoption":"OnDemand"}},\
                "serviceCode":"AmazonEC2","publicationDate":"2026-11-18T10:00:00Z",\
                "terms":{"OnDemand":{"S.O":{"priceDimensions":{"S.O.D":{"unit":"Hrs","beginRange":"0",\
                "endRange":"Inf","pricePerUnit":{"USD":"%s"}}}}},"Reserved":{\
                "S.N":{"termAttributes":{"LeaseContractLength":"1yr","OfferingClass":"standard",\
                "PurchaseOption":"No Upfront"},"priceDimensions":{"S.N.D":{"unit":"Hrs",\
                "pricePerUnit":{"USD":"0.0666"}}}},\
                "S.A":{"termAttributes":{"LeaseContractLength":"3yr","OfferingClass":"standard",\
                "PurchaseOption":"All Upfront"},"priceDimensions":{"S.A.Q":{"unit":"Quantity",\
                "pricePerUnit":{"USD":"1314"}},"S.A.D":{"unit":"Hrs","pricePerUnit":{"USD":"0.0000000000"}}}},\
                "S.C":{"termAttributes":{"LeaseContractLength":"3yr","OfferingClass":"convertible",\
                "PurchaseOption":"All Upfront"},"priceDimensions":{"S.C.Q":{"unit":"Quantity",\
                "pricePerUnit":{"USD":"1500"}}}}}}}""".formatted(type, region, hour);
    }

    private String storage(String usage, String unit, String price) {
        return """
                {"product":{"attributes":{"regionCode":"%s","usagetype":"%s"}},\
                "terms":{"OnDemand":{"S.O":{"priceDimensions":{"S.O.D":{"unit":"%s","beginRange":"0",\
                "pricePerUnit":{"USD":"%s"}}}}}}}""".formatted(region, usage, unit, price);
    }
}

package dev.headroom.storage.source.aws;

import dev.headroom.engine.quantity.Money;
import dev.headroom.engine.rightsizing.InstanceShape;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import software.amazon.awssdk.services.ec2.model.EbsOptimizedInfo;
import software.amazon.awssdk.services.ec2.model.InstanceTypeInfo;
import software.amazon.awssdk.services.ec2.model.NetworkCardInfo;

/// Turns what EC2 says of instance types into shapes.
///
/// Types with disks of their own, with graphics, learning or other special processors, and whole machines
/// (metal) are left out: what they are paid for is not measured, so that another type could not be advised.
/// Bandwidth of the network is what holds for ever; that of block storage is the maximum, as in
/// [InstanceShape].
final class InstanceTypes {
    private static final double MIB_PER_GIB = 1_024;
    private static final double MBPS_PER_GBPS = 1_000;

    private InstanceTypes() {}

    /// Empty for a type that cannot be compared, or of which too little is told.
    static Optional<InstanceShape> shape(InstanceTypeInfo type, String region, Money hour) {
        String name = type.instanceTypeAsString();
        Optional<String> architecture = architecture(type);
        if (isSpecial(type)
                || name == null
                || architecture.isEmpty()
                || type.vCpuInfo() == null
                || type.memoryInfo() == null) {
            return Optional.empty();
        }
        return Optional.of(new InstanceShape(
                name,
                name.substring(0, Math.max(name.indexOf('.'), 1)),
                type.vCpuInfo().defaultVCpus(),
                type.memoryInfo().sizeInMiB() / MIB_PER_GIB,
                architecture.get(),
                network(type),
                disk(type),
                Boolean.TRUE.equals(type.burstablePerformanceSupported()),
                Boolean.TRUE.equals(type.currentGeneration()),
                region,
                Optional.of(hour)));
    }

    private static boolean isSpecial(InstanceTypeInfo type) {
        return Boolean.TRUE.equals(type.bareMetal())
                || Boolean.TRUE.equals(type.instanceStorageSupported())
                || type.gpuInfo() != null
                || type.fpgaInfo() != null
                || type.inferenceAcceleratorInfo() != null
                || type.neuronInfo() != null
                || type.mediaAcceleratorInfo() != null;
    }

    private static Optional<String> architecture(InstanceTypeInfo type) {
        List<String> told =
                type.processorInfo() == null ? List.of() : type.processorInfo().supportedArchitecturesAsStrings();
        return told.contains("arm64")
                ? Optional.of("arm64")
                : told.contains("x86_64") ? Optional.of("amd64") : Optional.empty();
    }

    private static OptionalDouble network(InstanceTypeInfo type) {
        if (type.networkInfo() == null || !type.networkInfo().hasNetworkCards()) {
            return OptionalDouble.empty();
        }
        double gbps = 0;
        for (NetworkCardInfo card : type.networkInfo().networkCards()) {
            gbps += card.baselineBandwidthInGbps() == null ? 0 : card.baselineBandwidthInGbps();
        }
        return gbps > 0 ? OptionalDouble.of(gbps * MBPS_PER_GBPS) : OptionalDouble.empty();
    }

    private static OptionalDouble disk(InstanceTypeInfo type) {
        EbsOptimizedInfo told = type.ebsInfo() == null ? null : type.ebsInfo().ebsOptimizedInfo();
        Double most = told == null ? null : told.maximumThroughputInMBps();
        return most != null && most > 0 ? OptionalDouble.of(most) : OptionalDouble.empty();
    }
}

package dev.headroom.storage.source.aws;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;

/// Counts what is asked of AWS and what it costs by the list price. Safe for use by several threads.
public final class CallMeter implements ExecutionInterceptor {
    private final Map<String, Count> counts = new ConcurrentHashMap<>();

    private static final class Count {
        private final LongAdder calls = new LongAdder();
        private final LongAdder units = new LongAdder();
        private final LongAdder bytes = new LongAdder();
    }

    /// What was asked with one operation.
    ///
    /// @param calls that were sent, repeated ones included
    /// @param units of what the price counts, in the calls that succeeded
    /// @param bytes that were received
    public record Usage(long calls, long units, long bytes, BigDecimal usd) {}

    /// What was asked so far, by operation such as `cloudwatch:GetMetricData`.
    public SortedMap<String, Usage> usage() {
        SortedMap<String, Usage> usage = new TreeMap<>();
        counts.forEach((operation, count) -> {
            long units = count.units.sum();
            usage.put(
                    operation, new Usage(count.calls.sum(), units, count.bytes.sum(), CallPrice.of(operation, units)));
        });
        return usage;
    }

    private Count count(ExecutionAttributes attributes) {
        return counts.computeIfAbsent(operation(attributes), _ -> new Count());
    }

    private static String operation(ExecutionAttributes attributes) {
        String service = String.valueOf(attributes.getAttribute(SdkExecutionAttribute.SERVICE_NAME));
        String name = String.valueOf(attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME));
        return CallPrice.service(service) + ":" + name;
    }

    @Override
    public void beforeTransmission(Context.BeforeTransmission context, ExecutionAttributes attributes) {
        count(attributes).calls.increment();
    }

    @Override
    public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
        count(attributes).units.add(CallPrice.units(context.request(), context.response()));
    }

    @Override
    public Optional<InputStream> modifyHttpResponseContent(
            Context.ModifyHttpResponse context, ExecutionAttributes attributes) {
        LongAdder bytes = count(attributes).bytes;
        return context.responseBody().map(body -> new Counting(body, bytes));
    }

    private static final class Counting extends FilterInputStream {
        private final LongAdder bytes;

        Counting(InputStream in, LongAdder bytes) {
            super(in);
            this.bytes = bytes;
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            if (read >= 0) {
                bytes.increment();
            }
            return read;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int read = super.read(into, from, length);
            if (read > 0) {
                bytes.add(read);
            }
            return read;
        }
    }
}

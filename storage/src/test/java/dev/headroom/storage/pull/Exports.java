package dev.headroom.storage.pull;

import dev.headroom.storage.source.aws.loopback.LoopbackBuckets;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/// Exports of bills as AWS puts them into a bucket.
final class Exports {
    static final String BUCKET = "bills-111122223333";
    private static final String HEADER = "bill_payer_account_id,line_item_usage_account_id,line_item_line_item_type,"
            + "line_item_usage_start_date,line_item_usage_end_date,line_item_product_code,line_item_resource_id,"
            + "line_item_unblended_cost,line_item_currency_code,bill_billing_period_start_date,resource_tags\n";

    private Exports() {}

    /// A line of usage of CUR 2.0.
    static String line(String period, int day, String resource, String cost) {
        String date = period + "-%02dT".formatted(day);
        return "111122223333,444455556666,Usage," + date + "00:00:00.000Z," + date + "01:00:00.000Z,AmazonEC2,"
                + resource + "," + cost + ",USD," + period + "-01T00:00:00.000Z,{}\n";
    }

    /// A compressed file of lines.
    static byte[] file(List<String> lines) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write((HEADER + String.join("", lines)).getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    static String dataKey(String period, int number) {
        return "exports/cur2/data/BILLING_PERIOD=" + period + "/cur2-0000" + number + ".csv.gz";
    }

    /// A manifest of a CUR 2.0 export.
    static void manifest(LoopbackBuckets buckets, String period, String execution, List<String> keys) {
        String files = String.join(
                ",",
                keys.stream().map(key -> "\"s3://" + BUCKET + "/" + key + "\"").toList());
        buckets.put(
                BUCKET,
                "exports/cur2/metadata/BILLING_PERIOD=" + period + "/cur2-Manifest.json",
                "{\"executionId\":\"" + execution + "\",\"dataFiles\":[" + files + "]}");
    }

    /// A month of one file, and its manifest.
    static void month(LoopbackBuckets buckets, String period, String execution, List<String> lines) throws IOException {
        buckets.put(BUCKET, dataKey(period, 1), file(lines));
        manifest(buckets, period, execution, List.of(dataKey(period, 1)));
    }

    /// A month of a legacy report with earlier deliveries kept.
    static void legacyMonth(LoopbackBuckets buckets, String range, String assembly, String cost) throws IOException {
        String period = range.substring(0, 4) + "-" + range.substring(4, 6);
        String folder = "reports/cur/" + range + "/";
        String key = folder + assembly + "/cur-1.csv.gz";
        String text = "bill/PayerAccountId,lineItem/UsageAccountId,lineItem/LineItemType,lineItem/UsageStartDate,"
                + "lineItem/UsageEndDate,lineItem/ProductCode,lineItem/UnblendedCost,lineItem/CurrencyCode,"
                + "bill/BillingPeriodStartDate\n111122223333,444455556666,Usage," + period + "-02T00:00:00Z," + period
                + "-02T01:00:00Z,AmazonS3," + cost + ",USD," + period + "-01T00:00:00Z\n";
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        String manifest = "{\"assemblyId\":\"" + assembly
                + "\",\"account\":\"111122223333\",\"reportName\":\"cur\",\"billingPeriod\":{\"start\":\""
                + range.substring(0, 8) + "T000000.000Z\"},\"bucket\":\"" + BUCKET + "\",\"reportKeys\":[\"" + key
                + "\"]}";
        buckets.put(BUCKET, key, bytes.toByteArray())
                .put(BUCKET, folder + "cur-Manifest.json", manifest)
                .put(BUCKET, folder + assembly + "/cur-Manifest.json", manifest);
    }
}

package dev.headroom.storage.pull;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What the Price List answers about databases of one region.
final class DatabaseShelf {
    private static final String INTEL = "Intel Xeon Platinum 8175";
    private static final String ARM = "AWS Graviton3 Processor";
    private static final String ONE = "Single-AZ";
    private static final String TWO = "Multi-AZ";

    private final String region;
    private String m7gHour = "0.180";

    DatabaseShelf(String region) {
        this.region = region;
    }

    /// From now on `db.m7g.large` costs so much an hour.
    void price(String hour) {
        m7gHour = hour;
    }

    List<String> entries(Map<String, String> wanted) {
        return switch (wanted.getOrDefault("productFamily", "")) {
            case "Database Instance" -> classes(wanted.getOrDefault("databaseEngine", ""));
            case "Database Storage" ->
                List.of(
                        storage("EUC1-RDS:GP2-Storage", "Any", "GB-Mo", "0.137"),
                        storage("EUC1-RDS:GP3-Storage", "MySQL", "GB-Mo", "0.137"),
                        storage("EUC1-RDS:GP3-Storage", "SQL Server", "GB-Mo", "0.999"),
                        storage("EUC1-RDS:PIOPS-Storage", "Any", "GB-Mo", "0.149"),
                        storage("EUC1-RDS:PIOPS-Storage-IO2", "Any", "GB-Mo", "0.159"),
                        storage("EUC1-RDS:StorageUsage", "Any", "GB-Mo", "0.119"),
                        storage("EUC1-Aurora:StorageUsage", "Any", "GB-Mo", "0.119"));
            case "Provisioned IOPS" ->
                List.of(
                        storage("EUC1-RDS:PIOPS", "Any", "IOPS-Mo", "0.119"),
                        storage("EUC1-RDS:GP3-PIOPS", "PostgreSQL", "IOPS-Mo", "0.024"),
                        storage("EUC1-RDS:IO2-PIOPS", "Any", "IOPS-Mo", "0.129"));
            default -> List.of();
        };
    }

    private List<String> classes(String engine) {
        List<String> classes = new ArrayList<>();
        switch (engine) {
            case "MySQL" -> {
                classes.add(of(engine, "db.m5.xlarge", ONE, "4|16 GiB|EBS Only", INTEL, "USD\":\"0.420"));
                classes.add(of(engine, "db.m5.xlarge", TWO, "4|16 GiB|EBS Only", INTEL, "USD\":\"0.840"));
                classes.add(of(
                        engine,
                        "db.m5.xlarge",
                        "Multi-AZ (readable standbys)",
                        "4|16 GiB|EBS Only",
                        INTEL,
                        "USD\":\"1.260"));
                classes.add(of(engine, "db.m7g.large", ONE, "2|8 GiB|EBS Only", ARM, "USD\":\"" + m7gHour));
                classes.add(of(engine, "db.m7g.large", TWO, "2|8 GiB|EBS Only", ARM, "USD\":\"0.361"));
                classes.add(of(engine, "db.x2g.16xlarge", ONE, "64|1,024 GiB|EBS Only", ARM, "USD\":\"7.5"));
                classes.add(of(engine, "db.m5d.large", ONE, "2|8 GiB|1 x 75 NVMe SSD", INTEL, "USD\":\"0.25"));
                classes.add(of(engine, "db.r7i.large", ONE, "2|16 GiB|EBS Only", INTEL, "CNY\":\"2.10"));
                classes.add(of("Aurora MySQL", "db.r5.large", ONE, "2|16 GiB|EBS Only", INTEL, "USD\":\"0.35"));
            }
            case "PostgreSQL" -> classes.add(of(engine, "db.t4g.micro", ONE, "2|1 GiB|EBS Only", ARM, "USD\":\"0.019"));
            default -> classes.clear();
        }
        return classes;
    }

    private String of(String engine, String name, String deployment, String shape, String processor, String price) {
        String[] parts = shape.split("\\|");
        return """
                {"product":{"productFamily":"Database Instance","attributes":{"instanceType":"%s","regionCode":"%s",\
                "locationType":"AWS Region","databaseEngine":"%s","deploymentOption":"%s","vcpu":"%s","memory":"%s",\
                "storage":"%s","physicalProcessor":"%s","currentGeneration":"Yes",\
                "licenseModel":"No license required"}},"publicationDate":"2026-11-17T10:00:00Z",\
                "terms":{"OnDemand":{"S.O":{"priceDimensions":{"S.O.D":{"unit":"Hrs","beginRange":"0",\
                "pricePerUnit":{"%s"}}}}}}}""".formatted(name, region, engine, deployment, parts[0], parts[1], parts[2], processor, price);
    }

    private String storage(String usage, String engine, String unit, String price) {
        return """
                {"product":{"attributes":{"regionCode":"%s","usagetype":"%s","databaseEngine":"%s",\
                "deploymentOption":"Single-AZ"}},"terms":{"OnDemand":{"S.O":{"priceDimensions":{"S.O.D":{"unit":"%s",\
                "beginRange":"0","pricePerUnit":{"USD":"%s"}}}}}}}""".formatted(region, usage, engine, unit, price);
    }
}

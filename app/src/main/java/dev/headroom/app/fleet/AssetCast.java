package dev.headroom.app.fleet;

import dev.headroom.engine.fleet.AssetFact;
import dev.headroom.engine.fleet.AssetKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// The things beside servers that every generated inventory has, with what is planted in them.
final class AssetCast {
    static final String CPU = "cpu_p95";
    static final String FREEABLE = "freeable_memory_min[GiB]";
    static final String CONNECTIONS = "connections_max";
    static final String IOPS = "iops_p95";
    static final String DISK = "disk_io_p95[MB/s]";
    static final String USED = "used_storage_max[GiB]";
    static final String CALLS = "invocations_sum";
    static final String DURATION = "duration_mean[ms]";
    static final String LONGEST = "duration_max[ms]";
    static final String MEMORY = "used_memory_max[MB]";
    static final String REQUESTS = "requests_sum";

    private final LocalDate end;
    private final List<AssetPlan> plans = new ArrayList<>();

    private AssetCast(LocalDate end) {
        this.end = end;
    }

    /// @param lastDay the last day of the metrics
    static List<AssetPlan> of(LocalDate lastDay) {
        AssetCast cast = new AssetCast(lastDay);
        cast.volumes();
        cast.databases();
        cast.functions();
        cast.snapshots();
        cast.entrances();
        return List.copyOf(cast.plans);
    }

    private AssetPlan add(String id, AssetKind kind, Account account, String type, String planted, int ageDays) {
        AssetPlan plan = new AssetPlan(id, kind, account, type, planted)
                .with(AssetFact.CREATED, end.minusDays(ageDays).toString());
        plans.add(plan);
        return plan;
    }

    private AssetPlan volume(String id, Account account, String type, int gib, String server, String planted) {
        return add(id, AssetKind.VOLUME, account, type, planted, 700)
                .with(AssetFact.SIZE_GIB, Integer.toString(gib))
                .with(AssetFact.ATTACHED_TO, server)
                .with(AssetFact.BOOT, "false")
                .with(AssetFact.STATE, server.isEmpty() ? "available" : "in-use");
    }

    private AssetPlan gp3(String id, Account account, int gib, int iops, int mibps, String server, String planted) {
        return volume(id, account, "gp3", gib, server, planted)
                .with(AssetFact.IOPS, Integer.toString(iops))
                .with(AssetFact.THROUGHPUT_MIBPS, Integer.toString(mibps));
    }

    private void volumes() {
        volume("vol-orders-data", Account.PROD_US, "gp2", 500, "db-us-01", "gp2")
                .using(IOPS, 420)
                .using(DISK, 28);
        volume("vol-search-index", Account.PROD_US, "gp2", 1_500, "web-us-02", "gp2")
                .using(IOPS, 1_900)
                .using(DISK, 90);
        volume("vol-ledger", Account.PROD_US, "io2", 400, "db-us-02", "over-provisioned")
                .with(AssetFact.IOPS, "12000")
                .using(IOPS, 1_500)
                .using(DISK, 45);
        volume("vol-reports", Account.DATA_PLATFORM, "io1", 200, "bi-us-02", "over-provisioned")
                .with(AssetFact.IOPS, "5000")
                .using(IOPS, 350)
                .using(DISK, 14);
        gp3("vol-warehouse", Account.DATA_PLATFORM, 1_000, 10_000, 500, "bi-us-03", "over-provisioned")
                .using(IOPS, 1_100)
                .using(DISK, 60);
        gp3("vol-sessions", Account.PROD_US, 300, 3_000, 125, "cache-us-01", "right")
                .using(IOPS, 700)
                .using(DISK, 20);
        gp3("vol-uploads", Account.PROD_US, 800, 3_000, 125, "web-us-01", "too-large")
                .using(IOPS, 150)
                .using(DISK, 9)
                .using(USED, 85);
        volume("vol-log-archive", Account.PROD_US, "gp2", 2_048, "batch-us-01", "sequential")
                .using(IOPS, 9)
                .using(DISK, 7);
        volume("vol-gov-data", Account.PROD_GOV, "gp2", 300, "db-gov-01", "gp2")
                .using(IOPS, 260)
                .using(DISK, 12);
        volume("vol-old-staging", Account.STAGING, "gp2", 250, "dev-us-02", "idle")
                .using(IOPS, 0);
        gp3("vol-detached", Account.DEVELOPMENT, 200, 3_000, 125, "", "unattached")
                .with(AssetFact.UNATTACHED_SINCE, end.minusDays(120).toString());
        volume("vol-forgotten", Account.DEVELOPMENT, "gp2", 100, "", "unattached");
    }

    private AssetPlan database(String id, Account account, String type, String engine, int gib, String planted) {
        return add(id, AssetKind.DATABASE, account, type, planted, 900)
                .with(AssetFact.ENGINE, engine)
                .with(AssetFact.SIZE_GIB, Integer.toString(gib))
                .with(AssetFact.STORAGE_TYPE, "gp2")
                .with(AssetFact.STATE, "available");
    }

    private void databases() {
        database("rds-orders", Account.PROD_US, "db.m5.2xlarge", "mysql", 500, "too-large")
                .with(AssetFact.MULTI_AZ, "true")
                .using(CPU, 9)
                .using(FREEABLE, 23)
                .using(CONNECTIONS, 60);
        database("rds-billing", Account.PROD_US, "db.r6g.xlarge", "postgres", 400, "right")
                .with(AssetFact.MULTI_AZ, "true")
                .using(CPU, 48)
                .using(FREEABLE, 5)
                .using(CONNECTIONS, 240);
        database("rds-reports", Account.DATA_PLATFORM, "db.m5.xlarge", "mysql", 500, "over-provisioned")
                .with(AssetFact.STORAGE_TYPE, "io1")
                .with(AssetFact.IOPS, "8000")
                .using(CPU, 38)
                .using(FREEABLE, 3)
                .using(CONNECTIONS, 35)
                .using(IOPS, 1_200);
        database("rds-legacy", Account.STAGING, "db.t3.medium", "mysql", 50, "idle")
                .using(CPU, 4)
                .using(FREEABLE, 2)
                .using(CONNECTIONS, 0);
        database("rds-catalog", Account.PROD_US, "db.m5.large", "postgres", 200, "too-small")
                .using(CPU, 86)
                .using(FREEABLE, 1.5)
                .using(CONNECTIONS, 180);
        database("rds-gov", Account.PROD_GOV, "db.m5.large", "postgres", 100, "no-price")
                .using(CPU, 15)
                .using(FREEABLE, 4)
                .using(CONNECTIONS, 20);
    }

    private AssetPlan function(String id, Account account, int memory, int timeout, String runtime, String planted) {
        return add(id, AssetKind.FUNCTION, account, "", planted, 500)
                .with(AssetFact.MEMORY_MB, Integer.toString(memory))
                .with(AssetFact.TIMEOUT_S, Integer.toString(timeout))
                .with(AssetFact.RUNTIME, runtime)
                .with(AssetFact.ARCHITECTURE, "x86_64");
    }

    private void functions() {
        function("fn-thumbnails", Account.PROD_US, 2_048, 60, "python3.12", "too-large")
                .using(CALLS, 900_000)
                .using(DURATION, 350)
                .using(LONGEST, 4_000)
                .using(MEMORY, 420);
        function("fn-checkout-hook", Account.PROD_US, 512, 15, "nodejs20.x", "right")
                .with(AssetFact.ARCHITECTURE, "arm64")
                .using(CALLS, 400_000)
                .using(DURATION, 120)
                .using(LONGEST, 900)
                .using(MEMORY, 380);
        function("fn-export", Account.DATA_PLATFORM, 1_024, 5, "java21", "near-timeout")
                .using(CALLS, 60_000)
                .using(DURATION, 1_500)
                .using(LONGEST, 3_700)
                .using(MEMORY, 300);
        function("fn-parser", Account.DATA_PLATFORM, 512, 120, "python3.12", "too-small")
                .using(CALLS, 150_000)
                .using(DURATION, 600)
                .using(LONGEST, 8_000)
                .using(MEMORY, 490);
        function("fn-old-import", Account.STAGING, 1_024, 300, "python3.9", "idle")
                .using(CALLS, 0);
    }

    private void snapshot(String id, int gib, String volume, String planted, int age) {
        add(id, AssetKind.SNAPSHOT, Account.DEVELOPMENT, "", planted, age)
                .with(AssetFact.SIZE_GIB, Integer.toString(gib))
                .with(AssetFact.SOURCE, volume);
    }

    private void snapshots() {
        snapshot("snap-migration", 500, "vol-gone-1", "orphaned", 610);
        snapshot("snap-before-upgrade", 200, "vol-gone-2", "orphaned", 400);
        snapshot("snap-last-week", 200, "vol-gone-3", "too-young", 12);
        snapshot("snap-detached", 200, "vol-detached", "right", 300);
        snapshot("snap-image", 30, "vol-gone-4", "right", 800);
        plans.getLast().with(AssetFact.IMAGE, "ami-base");
    }

    private void entrances() {
        add("eip-old-gateway", AssetKind.ADDRESS, Account.DEVELOPMENT, "", "idle", 800)
                .with(AssetFact.ATTACHED_TO, "");
        add("eip-test", AssetKind.ADDRESS, Account.STAGING, "", "idle", 300).with(AssetFact.ATTACHED_TO, "");
        add("eip-web", AssetKind.ADDRESS, Account.PROD_US, "", "right", 900).with(AssetFact.ATTACHED_TO, "web-us-01");
        add("alb-shop", AssetKind.LOAD_BALANCER, Account.PROD_US, "application", "right", 900)
                .using(REQUESTS, 2_400_000);
        add("alb-retired", AssetKind.LOAD_BALANCER, Account.STAGING, "application", "idle", 600)
                .using(REQUESTS, 0);
    }
}

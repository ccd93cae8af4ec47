package dev.headroom.storage.source.aws;

import java.util.Arrays;
import java.util.List;

/// Every action that a pull may ask of an account. The policy to attach and the check of a connection come
/// from this list, so that neither can ask for more than the other.
public enum AwsAction {
    ACCOUNTS("organizations", "ListAccounts", Topic.IDENTITY),
    ROLE("sts", "AssumeRole", Topic.IDENTITY),
    METRIC_NAMES("cloudwatch", "ListMetrics", Topic.USAGE),
    METRIC_DATA("cloudwatch", "GetMetricData", Topic.USAGE),
    REGIONS("ec2", "DescribeRegions", Topic.INVENTORY),
    INSTANCES("ec2", "DescribeInstances", Topic.INVENTORY),
    INSTANCE_TYPES("ec2", "DescribeInstanceTypes", Topic.INVENTORY),
    VOLUMES("ec2", "DescribeVolumes", Topic.INVENTORY),
    SNAPSHOTS("ec2", "DescribeSnapshots", Topic.INVENTORY),
    ADDRESSES("ec2", "DescribeAddresses", Topic.INVENTORY),
    BUCKET("s3", "ListBucket", Topic.COST),
    OBJECT("s3", "GetObject", Topic.COST),
    BUCKET_REGION("s3", "GetBucketLocation", Topic.COST),
    QUERY("athena", "StartQueryExecution", Topic.COST),
    QUERY_STATE("athena", "GetQueryExecution", Topic.COST),
    QUERY_RESULT("athena", "GetQueryResults", Topic.COST),
    QUERY_STOP("athena", "StopQueryExecution", Topic.COST),
    WORKGROUP("athena", "GetWorkGroup", Topic.COST),
    DATABASE("glue", "GetDatabase", Topic.COST),
    TABLE("glue", "GetTable", Topic.COST),
    PARTITIONS("glue", "GetPartitions", Topic.COST),
    DATABASES("rds", "DescribeDBInstances", Topic.INVENTORY),
    FUNCTIONS("lambda", "ListFunctions", Topic.INVENTORY),
    BALANCERS("elasticloadbalancing", "DescribeLoadBalancers", Topic.INVENTORY),
    BALANCER_TAGS("elasticloadbalancing", "DescribeTags", Topic.INVENTORY),
    PRICES("pricing", "GetProducts", Topic.PRICES),
    PLAN_RATES("savingsplans", "DescribeSavingsPlansOfferingRates", Topic.PRICES),
    /// Who pays for the account.
    ORGANIZATION("organizations", "DescribeOrganization", Topic.COST),
    COST_AND_USAGE("ce", "GetCostAndUsage", Topic.COST),
    COST_FORECAST("ce", "GetCostForecast", Topic.RECOMMENDATIONS),
    SAVINGS_PLANS_USE("ce", "GetSavingsPlansUtilization", Topic.RECOMMENDATIONS),
    SAVINGS_PLANS_COVERAGE("ce", "GetSavingsPlansCoverage", Topic.RECOMMENDATIONS),
    RESERVATION_USE("ce", "GetReservationUtilization", Topic.RECOMMENDATIONS),
    RESERVATION_COVERAGE("ce", "GetReservationCoverage", Topic.RECOMMENDATIONS),
    SAVINGS_PLANS_PURCHASE("ce", "GetSavingsPlansPurchaseRecommendation", Topic.RECOMMENDATIONS),
    RESERVATION_PURCHASE("ce", "GetReservationPurchaseRecommendation", Topic.RECOMMENDATIONS),
    RIGHTSIZING("ce", "GetRightsizingRecommendation", Topic.RECOMMENDATIONS),
    ANOMALIES("ce", "GetAnomalies", Topic.RECOMMENDATIONS),
    SERVER_SIZES("compute-optimizer", "GetEC2InstanceRecommendations", Topic.RECOMMENDATIONS),
    /// What DescribeBudgets needs.
    BUDGETS("budgets", "ViewBudget", Topic.RECOMMENDATIONS),
    /// Secrets of others, such as the address of a webhook.
    SECRET("secretsmanager", "GetSecretValue", Topic.SECRETS);

    private final String service;
    private final String operation;
    private final Topic topic;

    AwsAction(String service, String operation, Topic topic) {
        this.service = service;
        this.operation = operation;
        this.topic = topic;
    }

    /// What it is for.
    public enum Topic {
        IDENTITY,
        USAGE,
        INVENTORY,
        COST,
        PRICES,
        RECOMMENDATIONS,
        SECRETS
    }

    /// As a policy names it, such as `ec2:DescribeInstances`.
    public String iam() {
        return service + ":" + operation;
    }

    public String operation() {
        return operation;
    }

    public Topic topic() {
        return topic;
    }

    static List<AwsAction> of(Topic topic) {
        return Arrays.stream(values()).filter(action -> action.topic == topic).toList();
    }
}

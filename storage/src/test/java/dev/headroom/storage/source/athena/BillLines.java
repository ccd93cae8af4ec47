package dev.headroom.storage.source.athena;

/// Lines of bills of every type, for tables in a [LocalAthena].
final class BillLines {
    /// The columns of a Cost and Usage Report that count.
    static final String CUR = """
            bill_payer_account_id VARCHAR, bill_invoice_id VARCHAR, bill_billing_period_start_date TIMESTAMP,
            line_item_usage_account_id VARCHAR, line_item_line_item_type VARCHAR, line_item_product_code VARCHAR,
            line_item_operation VARCHAR, line_item_usage_type VARCHAR, line_item_resource_id VARCHAR,
            line_item_line_item_description VARCHAR, line_item_currency_code VARCHAR, product_region_code VARCHAR,
            pricing_unit VARCHAR, line_item_usage_start_date TIMESTAMP, line_item_usage_end_date TIMESTAMP,
            line_item_usage_amount DOUBLE, line_item_unblended_cost DOUBLE, pricing_public_on_demand_cost DOUBLE,
            savings_plan_savings_plan_a_r_n VARCHAR, savings_plan_savings_plan_effective_cost DOUBLE,
            savings_plan_total_commitment_to_date DOUBLE, savings_plan_used_commitment DOUBLE,
            reservation_reservation_a_r_n VARCHAR, reservation_effective_cost DOUBLE,
            reservation_unused_amortized_upfront_fee_for_billing_period DOUBLE,
            reservation_unused_recurring_fee DOUBLE""";

    private final LocalAthena athena;

    BillLines(LocalAthena athena) {
        this.athena = athena;
    }

    /// One line at an hour of a day of March.
    void line(String table, int day, int hour, String type, String operation, String description, String amounts)
            throws Exception {
        String start = "TIMESTAMP '2026-03-%02d %02d:00:00'".formatted(day, hour);
        athena.run("INSERT INTO billing." + table + " BY NAME SELECT '111122223333' AS bill_payer_account_id, 'inv' AS"
                + " bill_invoice_id, TIMESTAMP '2026-03-01' AS bill_billing_period_start_date, '444455556666' AS"
                + " line_item_usage_account_id, '" + type + "' AS line_item_line_item_type, 'AmazonEC2' AS"
                + " line_item_product_code, '" + operation + "' AS line_item_operation, 'BoxUsage' AS"
                + " line_item_usage_type, '" + description + "' AS line_item_line_item_description, 'USD' AS"
                + " line_item_currency_code, 'eu-central-1' AS product_region_code, 'Hrs' AS pricing_unit, " + start
                + " AS line_item_usage_start_date, " + start
                + " + INTERVAL 1 HOUR AS line_item_usage_end_date, 1 AS line_item_usage_amount, " + amounts);
    }

    static String cost(String unblended, String rest) {
        return unblended + " AS line_item_unblended_cost" + (rest.isEmpty() ? "" : ", " + rest);
    }

    /// Each type of line in two hours of two days.
    void everyType(String table) throws Exception {
        String plan = "'sp' AS savings_plan_savings_plan_a_r_n";
        String reservation = "'ri' AS reservation_reservation_a_r_n";
        for (int day = 1; day <= 2; day++) {
            for (int hour = 5; hour <= 6; hour++) {
                line(
                        table,
                        day,
                        hour,
                        "Usage",
                        "RunInstances",
                        "",
                        cost("0.1", "0.1 AS pricing_public_on_demand_cost"));
                line(
                        table,
                        day,
                        hour,
                        "SavingsPlanCoveredUsage",
                        "",
                        "",
                        cost(
                                "0.2",
                                plan
                                        + ", 0.125 AS savings_plan_savings_plan_effective_cost, 0.2 AS pricing_public_on_demand_cost"));
                line(
                        table,
                        day,
                        hour,
                        "SavingsPlanNegation",
                        "",
                        "",
                        cost("-0.2", plan + ", 0.2 AS pricing_public_on_demand_cost"));
                line(
                        table,
                        day,
                        hour,
                        "SavingsPlanRecurringFee",
                        "",
                        "",
                        cost(
                                "0.15",
                                plan
                                        + ", 0.15 AS savings_plan_total_commitment_to_date, 0.125 AS savings_plan_used_commitment"));
                line(table, day, hour, "SavingsPlanUpfrontFee", "", "", cost("100", plan));
                line(
                        table,
                        day,
                        hour,
                        "DiscountedUsage",
                        "",
                        "",
                        cost("0", reservation + ", 0.035 AS reservation_effective_cost"));
                line(
                        table,
                        day,
                        hour,
                        "RIFee",
                        "",
                        "",
                        cost(
                                "5",
                                reservation
                                        + ", 0.25 AS reservation_unused_amortized_upfront_fee_for_billing_period, 0.75 AS"
                                        + " reservation_unused_recurring_fee"));
                line(
                        table,
                        day,
                        hour,
                        "RIFee",
                        "",
                        "",
                        cost("5", reservation + ", 0.5 AS reservation_unused_recurring_fee"));
                line(table, day, hour, "Fee", "", "", cost("200", reservation));
                line(table, day, hour, "Fee", "", "Support", cost("29", ""));
                line(table, day, hour, "Tax", "", "", cost("2", ""));
                line(table, day, hour, "Credit", "", "", cost("-1", ""));
                line(table, day, hour, "EdpDiscount", "", "", cost("-0.5", ""));
                line(table, day, hour, "Refund", "", "a refund", cost("-0.25", ""));
                line(table, day, hour, "Refund", "", "Refund of the one-time fee", cost("-90", plan));
                line(table, day, hour, "Usage", "EKSPod-EC2", "", cost("NULL", ""));
                // of the same line, one row with and one without what makes its amortised cost
                line(table, day, hour, "DiscountedUsage", "", "", cost("0.5", reservation));
            }
        }
    }
}

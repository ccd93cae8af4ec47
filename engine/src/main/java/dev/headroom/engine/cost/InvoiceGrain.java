package dev.headroom.engine.cost;

import java.util.Set;

/// By what an invoice is divided.
public enum InvoiceGrain {
    /// The account that used the service ([ChargeLine#subAccount]).
    ACCOUNT,
    /// The account that is billed ([ChargeLine#billingAccount]).
    BILLING_ACCOUNT,
    SERVICE,
    INVOICE;

    /// What a charge is for, seen at a grain.
    static InvoiceKey key(ChargeLine line, Set<InvoiceGrain> grain) {
        String account = grain.contains(ACCOUNT)
                ? line.subAccount()
                : grain.contains(BILLING_ACCOUNT) ? line.billingAccount() : "";
        return new InvoiceKey(
                account, grain.contains(SERVICE) ? line.service() : "", grain.contains(INVOICE) ? line.invoice() : "");
    }
}

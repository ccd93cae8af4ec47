package dev.headroom.engine.model.ensemble;

/// A member of the combination.
public enum Component {
    AR_DIFFERENCES("ar1", Kind.AR_DIFFERENCES, Scale.PLAIN, "autoregression of the changes"),
    AR_DIFFERENCES_LOG("ar1-log", Kind.AR_DIFFERENCES, Scale.LOG, "autoregression of the relative changes"),
    AR_DIFFERENCES_RECENT_LOG(
            "ar1-recent-log",
            Kind.AR_DIFFERENCES_RECENT,
            Scale.LOG,
            "autoregression of the relative changes of the last twelve seasons"),
    LAG_REGRESSION("lag", Kind.LAG_REGRESSION, Scale.PLAIN, "regression on earlier values"),
    LAG_REGRESSION_LOG("lag-log", Kind.LAG_REGRESSION, Scale.LOG, "regression on earlier values (logarithms)"),
    SEASONAL_ARIMA("sarima", Kind.SEASONAL_ARIMA, Scale.PLAIN, "seasonal ARIMA of one order"),
    SEASONAL_ARIMA_LOG("sarima-log", Kind.SEASONAL_ARIMA, Scale.LOG, "seasonal ARIMA of one order (logarithms)"),
    SEASONAL_ERROR("sdar", Kind.SEASONAL_ERROR, Scale.PLAIN, "mean of the last seasons, corrected by the last error"),
    SEASONAL_ERROR_LOG("sdar-log", Kind.SEASONAL_ERROR, Scale.LOG, "mean of the last seasons, corrected (logarithms)"),
    PROFILE_DAY("prof-day", Kind.PROFILE_DAY, Scale.PLAIN, "median of the same phase of the last seven seasons"),
    PROFILE_DAY_LEVEL(
            "prof-day+level",
            Kind.PROFILE_DAY_LEVEL,
            Scale.PLAIN,
            "median of the same phase of the last seven seasons, at the present level"),
    PROFILE_WEEK("prof-week", Kind.PROFILE_WEEK, Scale.PLAIN, "median of the same hour of the last four weeks"),
    PROFILE_WEEK_LEVEL(
            "prof-week+level",
            Kind.PROFILE_WEEK_LEVEL,
            Scale.PLAIN,
            "median of the same hour of the last four weeks, at the present level"),
    LEVEL_DAY("level-day", Kind.LEVEL_DAY, Scale.PLAIN, "median of the last season"),
    NAIVE("naive", Kind.NAIVE, Scale.PLAIN, "last value"),
    SEASONAL_NAIVE("snaive", Kind.SEASONAL_NAIVE, Scale.PLAIN, "value one season ago"),
    SEASONAL_NAIVE_LONG("snaive-long", Kind.SEASONAL_NAIVE_LONG, Scale.PLAIN, "value one week ago"),
    THETA("theta", Kind.THETA, Scale.PLAIN, "Theta method"),
    THETA_LOG("theta-log", Kind.THETA, Scale.LOG, "Theta method (logarithms)"),
    AGGREGATED_THETA("agg-theta", Kind.AGGREGATED_THETA, Scale.PLAIN, "Theta method on the means of whole seasons"),
    AGGREGATED_THETA_LOG(
            "agg-theta-log",
            Kind.AGGREGATED_THETA,
            Scale.LOG,
            "Theta method on the means of whole seasons (logarithms)"),
    DYNAMIC_THETA("dotm", Kind.DYNAMIC_THETA, Scale.PLAIN, "dynamic optimised Theta"),
    DYNAMIC_THETA_LOG("dotm-log", Kind.DYNAMIC_THETA, Scale.LOG, "dynamic optimised Theta (logarithms)"),
    DAMPED_HOLT_LOG("damp-log", Kind.DAMPED_HOLT, Scale.LOG, "damped trend (logarithms)"),
    HOLT_WINTERS("hw", Kind.HOLT_WINTERS, Scale.PLAIN, "damped trend with season"),
    HOLT_WINTERS_LOG("hw-log", Kind.HOLT_WINTERS, Scale.LOG, "damped trend with season (logarithms)"),
    COMPLEX_SMOOTHING("ces", Kind.COMPLEX_SMOOTHING, Scale.PLAIN, "complex exponential smoothing"),
    POOLED("pooled", Kind.POOLED, Scale.PLAIN, "gradient boosting learned from all series together");

    enum Kind {
        AR_DIFFERENCES,
        AR_DIFFERENCES_RECENT,
        LAG_REGRESSION,
        SEASONAL_ARIMA,
        SEASONAL_ERROR,
        PROFILE_DAY,
        PROFILE_DAY_LEVEL,
        PROFILE_WEEK,
        PROFILE_WEEK_LEVEL,
        LEVEL_DAY,
        NAIVE,
        SEASONAL_NAIVE,
        SEASONAL_NAIVE_LONG,
        THETA,
        AGGREGATED_THETA,
        DYNAMIC_THETA,
        DAMPED_HOLT,
        HOLT_WINTERS,
        COMPLEX_SMOOTHING,
        POOLED
    }

    enum Scale {
        PLAIN,
        LOG
    }

    private final String code;
    private final Kind kind;
    private final Scale scale;
    private final String label;

    Component(String code, Kind kind, Scale scale, String label) {
        this.code = code;
        this.kind = kind;
        this.scale = scale;
        this.label = label;
    }

    /// A short stable name such as `dotm-log`.
    public String code() {
        return code;
    }

    /// What the component does, in plain words, lower case.
    public String label() {
        return label;
    }

    Kind kind() {
        return kind;
    }

    Scale scale() {
        return scale;
    }
}

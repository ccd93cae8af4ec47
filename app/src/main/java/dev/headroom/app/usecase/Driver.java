package dev.headroom.app.usecase;

/// What moves a forecast, in the unit of the series: the change of one component between the last observation and the
/// highest point of the forecast.
public record Driver(String name, double change) {}

namespace CustomLabels;

/// <summary>A step of a model's schedule of inference units.</summary>
/// <param name="Seconds">Seconds since the model began to run.</param>
/// <param name="Units">Inference units in service from then on.</param>
public sealed record LocalUnitStep(double Seconds, int Units);

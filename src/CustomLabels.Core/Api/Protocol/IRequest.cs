using CustomLabels.Api.Constraints;

namespace CustomLabels.Api.Protocol;

/// <summary>A request of the service's model.</summary>
internal interface IRequest : IStructure
{
    /// <summary>Checks it against the model's constraints.</summary>
    void Check(ConstraintCheck check);
}

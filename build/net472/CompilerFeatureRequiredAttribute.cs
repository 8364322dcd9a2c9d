namespace System.Runtime.CompilerServices;

/// <summary>Marks what only a compiler that knows this feature may use.</summary>
[AttributeUsage(AttributeTargets.All, AllowMultiple = true, Inherited = false)]
[Microsoft.CodeAnalysis.Embedded]
internal sealed class CompilerFeatureRequiredAttribute(string featureName) : Attribute
{
    /// <summary>The feature, by the compiler's name.</summary>
    public string FeatureName { get; } = featureName;
}

namespace System.Diagnostics.CodeAnalysis;

/// <summary>Marks a return value that is not null when a parameter is not.</summary>
[Microsoft.CodeAnalysis.Embedded]
[AttributeUsage(AttributeTargets.ReturnValue)]
internal sealed class NotNullIfNotNullAttribute(string parameterName) : Attribute
{
    /// <summary>The parameter.</summary>
    public string ParameterName { get; } = parameterName;
}

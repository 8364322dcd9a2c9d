using System;
using Xunit;

namespace CustomLabels.Aws.Tests;

/// <summary>A test that makes certificates.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class CertificateFactAttribute : FactAttribute
{
    public CertificateFactAttribute()
    {
        if (Type.GetType("Mono.Runtime") is not null) Skip = "Mono has no CertificateRequest to make certificates with.";
    }
}

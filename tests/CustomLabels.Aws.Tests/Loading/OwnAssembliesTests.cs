using System;
using System.IO;
using System.Reflection;
using CustomLabels.Loading;
using Xunit;

namespace CustomLabels.Aws.Tests.Loading;

public sealed class OwnAssembliesTests : IDisposable
{
    private const string Token = "PublicKeyToken=885c28607f98e604";
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData($"AWSSDK.Core, Version=4.0.0.0, Culture=neutral, {Token}", true)]
    [InlineData($"awssdk.core, Version=4.0.0.0, Culture=neutral, {Token}", true)]
    [InlineData($"AWSSDK.Core, Version=3.3.0.0, Culture=neutral, {Token}", true)]
    [InlineData($"AWSSDK.Core, Version=4.0.0.1, Culture=neutral, {Token}", false)]
    [InlineData($"AWSSDK.Core, Version=5.0.0.0, Culture=neutral, {Token}", false)]
    [InlineData($"AWSSDK.S3, Version=4.0.0.0, Culture=neutral, {Token}", false)]
    [InlineData("AWSSDK.Core, Version=4.0.0.0, Culture=neutral, PublicKeyToken=b77a5c561934e089", false)]
#if NETFRAMEWORK
    // Elsewhere tests run without cultures.
    [InlineData($"AWSSDK.Core, Version=4.0.0.0, Culture=de, {Token}", false)]
#endif
    [InlineData("AWSSDK.Core", true)]
    public void A_reference_is_met_by_name_key_culture_and_a_version_that_is_not_older(string reference, bool met)
    {
        var assembly = new AssemblyName($"AWSSDK.Core, Version=4.0.0.0, Culture=neutral, {Token}");

        Assert.Equal(met, OwnAssemblies.Satisfies(assembly, new AssemblyName(reference)));
    }

    [Fact]
    public void An_assembly_without_a_key_is_not_one_with_a_key() =>
        Assert.False(OwnAssemblies.Satisfies(
            new AssemblyName("AWSSDK.Core, Version=4.0.0.0, Culture=neutral, PublicKeyToken=null"),
            new AssemblyName($"AWSSDK.Core, Version=4.0.0.0, Culture=neutral, {Token}")));

    [Fact]
    public void Files_are_found_that_were_there_at_first_and_no_others()
    {
        var core = typeof(DetectionResult).Assembly;
        var aws = typeof(AwsTransportFactory).Assembly;
        var file = _folder.Write(Path.GetFileName(core.Location), "");
        File.Copy(core.Location, file, overwrite: true);

        var own = new OwnAssemblies(Path.GetDirectoryName(file)!);
        File.Copy(aws.Location, Path.Combine(Path.GetDirectoryName(file)!, Path.GetFileName(aws.Location)));

        Assert.Equal(file, own.Find(core.GetName()));
        Assert.Null(own.Find(aws.GetName()));
    }
}

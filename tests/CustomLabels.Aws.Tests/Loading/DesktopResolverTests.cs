#if NETFRAMEWORK
using System;
using System.IO;
using System.Reflection;
using Amazon.Runtime;
using CustomLabels.Loading;
using Xunit;

namespace CustomLabels.Aws.Tests.Loading;

/// <summary>On a folder as the module's: Core shared, the SDK apart.</summary>
public sealed class DesktopResolverTests : IDisposable
{
    private static readonly Assembly Core = typeof(DetectionResult).Assembly;
    private static readonly Assembly Sdk = typeof(AWSCredentials).Assembly;
    private readonly TemporaryFolder _folder = new();
    private readonly Assembly _own;
    private readonly DesktopResolver _resolver;

    public DesktopResolverTests()
    {
        var core = _folder.Write(Path.GetFileName(Core.Location), "");
        File.Copy(Core.Location, core, overwrite: true);
        var apart = Directory.CreateDirectory(Path.Combine(Path.GetDirectoryName(core)!, "aws")).FullName;
        File.Copy(Sdk.Location, Path.Combine(apart, Path.GetFileName(Sdk.Location)));
        _resolver = new(Path.GetDirectoryName(core)!);
        _own = Assembly.LoadFile(core);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Our_own_is_answered_with_our_file_although_that_identity_is_loaded()
    {
        var answer = _resolver.Resolve(Sdk.FullName, _own);

        Assert.NotNull(answer);
        Assert.NotSame(Sdk, answer);
        Assert.Equal("aws", Path.GetFileName(Path.GetDirectoryName(answer!.Location)));
    }

    [Fact]
    public void Nobody_else_is_answered()
    {
        Assert.Null(_resolver.Resolve(Sdk.FullName, typeof(DesktopResolverTests).Assembly));
        Assert.Null(_resolver.Resolve(Sdk.FullName, requester: null));
    }

    [Fact]
    public void A_file_that_is_none_is_not_found_rather_than_an_error_in_somebodys_session()
    {
        _folder.Write("Broken.dll", "not an assembly");
        var resolver = new DesktopResolver(Path.GetDirectoryName(_own.Location)!);

        Assert.Null(resolver.Resolve("Broken, Version=1.0.0.0, Culture=neutral, PublicKeyToken=null", _own));
    }

    [Theory]
    [InlineData("AWSSDK.S3, Version=4.0.0.0, Culture=neutral, PublicKeyToken=885c28607f98e604")]
    [InlineData("AWSSDK.Core, Version=9.0.0.0, Culture=neutral, PublicKeyToken=885c28607f98e604")]
    [InlineData("CustomLabels.Core.resources, Version=0.0.0.0, Culture=de, PublicKeyToken=null")]
    public void Nothing_else_is_answered(string reference) => Assert.Null(_resolver.Resolve(reference, _own));
}
#endif

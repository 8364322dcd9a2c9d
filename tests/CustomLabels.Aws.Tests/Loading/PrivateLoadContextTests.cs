#if NET
using System.IO;
using System.Reflection;
using System.Runtime.Loader;
using Amazon.Runtime;
using CustomLabels.Api.Transport;
using CustomLabels.Loading;
using Xunit;

namespace CustomLabels.Aws.Tests.Loading;

public sealed class PrivateLoadContextTests
{
    private static readonly string Folder = Path.GetDirectoryName(typeof(AwsTransportFactory).Assembly.Location)!;
    private readonly PrivateLoadContext _context = new(Folder, "Test");

    [Fact]
    public void The_SDK_is_a_copy_of_its_own()
    {
        var sdk = _context.LoadFromAssemblyName(typeof(AWSCredentials).Assembly.GetName());

        Assert.Same(_context, AssemblyLoadContext.GetLoadContext(sdk));
        Assert.NotSame(typeof(AWSCredentials).Assembly, sdk);
    }

    [Fact]
    public void Core_is_the_one_of_the_cmdlets() =>
        Assert.Same(typeof(ITransportFactory).Assembly, _context.LoadFromAssemblyName(typeof(ITransportFactory).Assembly.GetName()));

    [Fact]
    public void An_SDK_that_is_newer_than_ours_is_not_ours()
    {
        var newer = (AssemblyName)typeof(AWSCredentials).Assembly.GetName().Clone();
        newer.Version = new(9, 0, 0, 0);

        // A test's process has a resolver of its own, which may give its copy.
        Assert.False(IsOurs(newer));
        Assert.True(IsOurs(typeof(AWSCredentials).Assembly.GetName()));
    }

    [Fact]
    public void A_native_library_is_the_one_of_its_own_folder_and_is_loaded_once()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write(Path.Combine(NativeFile.FolderOf(folder.Path, NativeFile.ThisIdentifier), NativeFileTests.FileName("libProbe")), "");
        File.Copy(NativeFileTests.AnyLibrary, file, overwrite: true);
        var context = new PrivateLoadContext(folder.Path, "Test");

        var first = LoadNative(context, "libProbe");
        File.Delete(file);

        Assert.NotEqual(System.IntPtr.Zero, first);
        Assert.Equal(first, LoadNative(context, "libProbe"));
        Assert.Equal(System.IntPtr.Zero, LoadNative(context, "libOther"));
    }

    // As the runtime does for an entry point.
    private static System.IntPtr LoadNative(AssemblyLoadContext context, string name) =>
        (System.IntPtr)typeof(AssemblyLoadContext).GetMethod("LoadUnmanagedDll", BindingFlags.Instance | BindingFlags.NonPublic)!.Invoke(context, [name])!;

    private bool IsOurs(AssemblyName name)
    {
        try
        {
            return AssemblyLoadContext.GetLoadContext(_context.LoadFromAssemblyName(name)) == _context;
        }
        catch (FileNotFoundException)
        {
            return false;
        }
    }

    [Fact]
    public void What_the_runtime_has_is_left_to_it() =>
        Assert.Same(typeof(System.Text.Json.JsonDocument).Assembly, _context.LoadFromAssemblyName(typeof(System.Text.Json.JsonDocument).Assembly.GetName()));
}
#endif

using System;
using System.IO;
using System.Threading.Tasks;
using CustomLabels.Fuzz.Headers;
using CustomLabels.Images;
using Xunit;

namespace CustomLabels.Core.Tests.Images;

public sealed class FileImageTests : IDisposable
{
    private static readonly byte[] Content = PngBuilder.Plain(640, 480);

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_file_has_a_name_a_path_a_length_and_a_time()
    {
        var path = _folder.Write("a[1].png", Content);
        var image = new FileImage(path);
        Assert.Equal(("a[1].png", path, (long)Content.Length), (image.Name, image.LiteralPath, image.Length));
        Assert.Equal(File.GetLastWriteTimeUtc(path), image.LastWriteTimeUtc);
        Assert.Null(image.Bucket);
    }

    [Fact]
    public void Each_opening_starts_at_the_first_byte()
    {
        var image = new FileImage(_folder.Write("a.png", Content));
        Assert.Equal(Content, ReadAll(image));
        Assert.Equal(Content, ReadAll(image));
    }

    [Fact]
    public void Others_may_write_and_delete_while_the_image_is_read()
    {
        var path = _folder.Write("a.png", Content);
        using var writer = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
        using var stream = new FileImage(path).OpenRead();
        File.Delete(path);
        Assert.Equal(Content[0], stream.ReadByte());
    }

    [Fact]
    public void A_file_of_another_length_is_not_the_image_any_more()
    {
        var path = _folder.Write("a.png", Content);
        var image = new FileImage(path);
        image.OpenRead().Dispose();
        var time = File.GetLastWriteTimeUtc(path);
        File.WriteAllBytes(path, [.. Content, 0]);
        File.SetLastWriteTimeUtc(path, time);
        AssertError(ErrorId.ImageUnreadable, $"'{path}' was changed while it was being sent", image);
    }

    [Fact]
    public void A_file_of_another_time_is_not_the_image_any_more()
    {
        var path = _folder.Write("a.png", Content);
        var image = new FileImage(path);
        image.OpenRead().Dispose();
        File.SetLastWriteTimeUtc(path, File.GetLastWriteTimeUtc(path).AddSeconds(1));
        AssertError(ErrorId.ImageUnreadable, "was changed while it was being sent", image);
    }

    [Fact]
    public void A_file_that_vanished_after_the_first_look_is_not_found()
    {
        var path = _folder.Write("a.png", Content);
        var image = new FileImage(path);
        Assert.Equal(Content.Length, image.Length);
        File.Delete(path);
        AssertError(ErrorId.ImageNotFound, $"'{path}'", image);
    }

    [Fact]
    public void A_missing_file_or_folder_is_not_found()
    {
        AssertError(ErrorId.ImageNotFound, $"There is no file '{_folder.PathOf("none.png")}'.", new FileImage(_folder.PathOf("none.png")));
        AssertError(ErrorId.ImageNotFound, "There is no file", new FileImage(_folder.PathOf(Path.Combine("none", "a.png"))));
    }

    [Fact]
    public void A_folder_is_no_image()
    {
        var path = _folder.PathOf("folder.png");
        Directory.CreateDirectory(path);
        AssertError(ErrorId.ImageIsFolder, $"'{path}' is a folder", new FileImage(path));
    }

    [Fact]
    public void A_relative_path_is_never_resolved_against_the_process() =>
        AssertError(ErrorId.ImageUnreadable, "not absolute", new FileImage("CustomLabels.Core.dll"));

    [NotWineFact("It says of a path that is too long that nothing is there.")]
    public void A_path_that_is_too_long_is_unreadable() =>
        AssertError(ErrorId.ImageUnreadable, "can't be read", new FileImage(_folder.PathOf(new string('a', 40_000))));

    [Fact]
    public void A_path_that_is_impossible_is_unreadable() => AssertError(ErrorId.ImageUnreadable, "can't be read", new FileImage(_folder.PathOf("a") + "\0b"));

    [Fact]
    public void A_hostile_name_is_visible_in_the_message()
    {
        var error = Error(new FileImage(_folder.PathOf("a\u001B[2J\u202Egnp.exe")));
        Assert.EndsWith("a\\u001B[2J\\u202Egnp.exe'.", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(unchecked((int)0x8007007B))]
    [InlineData(unchecked((int)0x800700A1))]
    public void A_name_that_no_file_of_Windows_can_have_is_not_found_and_has_no_number_in_its_message(int number)
    {
        var error = ImageErrors.FromOpening(@"C:\pics\*.jpg", new IOException($"Unknown error (0x{number:x8})", number));
        Assert.Equal((ErrorId.ImageNotFound, @"There is no file 'C:\pics\*.jpg'."), (error.Id, error.Message));
        var longName = ImageErrors.FromOpening(@"C:\pics\" + new string('a', 256), new IOException($"Unknown error (0x{number:x8})", number));
        Assert.Equal(ErrorId.ImageUnreadable, longName.Id);
        Assert.EndsWith("can't be read: A part of it is longer than a name can be.", longName.Message, StringComparison.Ordinal);
        Assert.Equal(ErrorId.ImageUnreadable, ImageErrors.FromOpening(@"C:\a.jpg", new IOException("The process cannot access the file.", unchecked((int)0x80070020))).Id);
        Assert.Equal(ErrorId.ImageUnreadable, ImageErrors.FromOpening("a\0b", new ArgumentException("Null character in path.", nameof(number))).Id);
    }

    [WindowsFact]
    public void A_name_with_wildcards_is_not_found_on_Windows()
    {
        foreach (var name in new[] { "*.png", "a?.png", "a|b.png", "<a>.png", "a\"b.png" }) AssertError(ErrorId.ImageNotFound, "There is no file", new FileImage(_folder.PathOf("a").TrimEnd('a') + name));
    }

    [WindowsFact]
    public void A_path_with_a_prefix_is_a_file_on_Windows()
    {
        var path = _folder.Write("a.png", Content);
        foreach (var prefix in new[] { @"\\?\", @"\\.\" })
        {
            var image = new FileImage(prefix + path);
            Assert.Equal(("a.png", (long)Content.Length), (image.Name, image.Length));
            Assert.Equal(Content, ReadAll(image));
        }
    }

    [UnixFact]
    public async Task A_named_pipe_without_a_writer_is_refused_at_once()
    {
        var fifo = _folder.Run("mkfifo", "", "pipe.png");
        var looking = Task.Run(() => Error(new FileImage(fifo)));
        Assert.Same(looking, await Task.WhenAny(looking, Task.Delay(TimeSpan.FromSeconds(20))));
        var error = await looking;
        Assert.Equal((ErrorId.ImageUnreadable, $"'{fifo}' is a pipe, a device or a socket, and a path must name a file."), (error.Id, error.Message));
    }

    [UnixFact]
    public async Task A_link_to_a_named_pipe_is_refused_at_once()
    {
        var link = _folder.Run("ln", "-s " + Path.GetFileName(_folder.Run("mkfifo", "", "pipe.png")), "link.png");
        var looking = Task.Run(() => Error(new FileImage(link)));
        Assert.Same(looking, await Task.WhenAny(looking, Task.Delay(TimeSpan.FromSeconds(20))));
        Assert.Equal(ErrorId.ImageUnreadable, (await looking).Id);
    }

    [UnixFact]
    public void A_device_without_end_is_refused() => AssertError(ErrorId.ImageUnreadable, "'/dev/zero' is a pipe, a device", new FileImage("/dev/zero"));

    [UnixFact]
    public void A_link_is_the_file_it_points_to()
    {
        var path = _folder.Write("a.png", Content);
        var image = new FileImage(_folder.Run("ln", "-s a.png", "link.png"));
        Assert.Equal((Content.Length, File.GetLastWriteTimeUtc(path)), (image.Length, image.LastWriteTimeUtc));
        AssertError(ErrorId.ImageNotFound, "There is no file", new FileImage(_folder.Run("ln", "-s none.png", "dangling.png")));
        AssertError(ErrorId.ImageUnreadable, "symbolic links", new FileImage(_folder.Run("ln", "-s loop.png", "loop.png")));
    }

    [UnixFact(NeedsOtherThanRoot = true)]
    public void A_file_without_permission_is_unreadable()
    {
        _folder.Write("a.png", Content);
        AssertError(ErrorId.ImageUnreadable, "denied", new FileImage(_folder.Run("chmod", "000", "a.png")));
    }

    [WindowsFact]
    public void A_file_that_another_program_keeps_to_itself_is_unreadable()
    {
        var path = _folder.Write("a.png", Content);
        using var other = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.None);
        AssertError(ErrorId.ImageUnreadable, "can't be read", new FileImage(path));
    }

    [WindowsFact]
    public void A_device_name_is_refused()
    {
        foreach (var name in new[] { @"\\.\pipe\images", "NUL", _folder.PathOf("nul.jpg"), _folder.PathOf("CON"), _folder.PathOf("com1.png"), @"\\.\NUL" })
            AssertError(ErrorId.ImageUnreadable, "is a pipe, a device", new FileImage(name));
    }

    private static CustomLabelsError Error(FileImage image) => Assert.Throws<CustomLabelsException>(() => image.OpenRead()).Error;

    private static void AssertError(ErrorId id, string message, FileImage image)
    {
        var error = Error(image);
        Assert.Equal((id, ErrorScope.Image), (error.Id, error.Scope));
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Assert.NotEmpty(error.RecommendedAction);
    }

    private static byte[] ReadAll(FileImage image)
    {
        using var stream = image.OpenRead();
        using var content = new MemoryStream();
        stream.CopyTo(content);
        return content.ToArray();
    }
}

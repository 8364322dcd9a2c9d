using System.Collections.Generic;
using System.IO;
using System.Linq;
using CustomLabels.Evaluation.Joining;
using Xunit;

namespace CustomLabels.Core.Tests.Evaluation;

/// <summary>Which truth an answer belongs to.</summary>
public sealed class ImageJoinTests
{
    private static readonly string Root = Path.GetFullPath("/pictures");

    [Fact]
    public void A_path_and_a_place_in_S3_come_first()
    {
        var joined = Join(
            [File_("a/1.jpg"), File_("b/1.jpg"), Object("bucket", "a/1.jpg")],
            [OfFile("b/1.jpg"), OfObject("bucket", "a/1.jpg"), OfFile("a/1.jpg")]);
        Assert.Equal(["a/1.jpg", "b/1.jpg", "s3"], joined.Images.Select(image => image.Answer.Bucket is null ? image.Answer.LiteralPath!.Substring(Root.Length + 1).Replace('\\', '/') : "s3"));
        Assert.Empty(joined.Unknown);
    }

    [Fact]
    public void A_manifest_of_S3_finds_files_by_how_their_paths_end()
    {
        var joined = Join([Object("bucket", "panels/1.jpg"), Object("bucket", "boards/1.jpg")], [OfFile("line4/boards/1.jpg"), OfFile("line4/panels/1.jpg")]);
        Assert.All(joined.Images, image => Assert.EndsWith(image.Truth.Key!, image.Answer.LiteralPath!.Replace('\\', '/'), System.StringComparison.Ordinal));
        Assert.Equal(2, joined.Images.Count);
    }

    [Fact]
    public void A_name_that_one_picture_has_is_enough()
    {
        var joined = Join([Named("labels/1.jpg"), Named("labels/2.jpg")], [OfFile("other/2.jpg"), OfObject("bucket", "3.jpg")]);
        Assert.Equal("labels/2.jpg", Assert.Single(joined.Images).Truth.Image);
        Assert.Equal(["labels/1.jpg"], joined.Unanswered);
        Assert.Equal(["3.jpg"], joined.Unknown);
    }

    [Fact]
    public void A_name_that_two_pictures_have_is_an_error()
    {
        AssertAmbiguous([Named("a/1.jpg"), Named("b/1.jpg")], [OfFile("c/1.jpg")]);
        AssertAmbiguous([Named("a/1.jpg")], [OfFile("c/1.jpg"), OfFile("d/1.jpg")]);
    }

    [Fact]
    public void Two_truths_or_two_answers_of_one_picture_are_an_error()
    {
        AssertAmbiguous([File_("1.jpg"), File_("1.jpg")], [OfFile("1.jpg")]);
        AssertAmbiguous([Named("1.jpg"), Named("1.jpg")], [OfFile("1.jpg")]);
        AssertAmbiguous([File_("1.jpg")], [OfFile("1.jpg"), OfFile("1.jpg")]);
        AssertAmbiguous([Object("b", "x/1.jpg")], [OfObject("b", "x/1.jpg"), OfObject("other", "x/1.jpg")]);
    }

    [Fact]
    public void Failed_answers_are_counted_and_left_out()
    {
        var joined = Join([Named("1.jpg"), Named("2.jpg")], [OfFile("1.jpg"), OfFile("2.jpg") with { IsFailed = true }]);
        Assert.Equal((1, 1, 1, 2), (joined.Images.Count, joined.FailedCount, joined.AnswerCount, joined.TruthCount));
        Assert.Equal(["2.jpg"], joined.Unanswered);
        Assert.Empty(joined.Unknown);
    }

    private static JoinedImages Join(IReadOnlyList<ImageAnnotation> truth, IReadOnlyList<Answer> answers) => ImageJoin.Join(truth, answers);

    private static void AssertAmbiguous(IReadOnlyList<ImageAnnotation> truth, IReadOnlyList<Answer> answers) =>
        Assert.Equal(ErrorId.ImageAmbiguous, Assert.Throws<CustomLabelsException>(() => Join(truth, answers)).Error.Id);

    private static string PathOf(string name) => Path.Combine(Root, name.Replace('/', Path.DirectorySeparatorChar));

    private static ImageAnnotation File_(string name) => new() { Image = name, LiteralPath = PathOf(name) };

    private static ImageAnnotation Object(string bucket, string key) => new() { Image = key, Bucket = bucket, Key = key };

    private static ImageAnnotation Named(string name) => new() { Image = name };

    private static Answer OfFile(string name) => new(Path.GetFileName(name), PathOf(name), Bucket: null, Key: null, []);

    private static Answer OfObject(string bucket, string key) => new(key, LiteralPath: null, bucket, key, []) { IsNameWhole = true };
}

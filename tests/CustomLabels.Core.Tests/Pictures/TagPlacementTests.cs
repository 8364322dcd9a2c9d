using System;
using System.Collections.Generic;
using System.Linq;
using CustomLabels.Pictures;
using Xunit;

namespace CustomLabels.Core.Tests.Pictures;

public sealed class TagPlacementTests
{
    [Fact]
    public void A_tag_stands_above_its_box_and_below_where_the_picture_ends()
    {
        Assert.Equal(new PictureRectangle(20, 30, 60, 40), new TagPlacement(200, 100).Place(new PictureRectangle(20, 40, 90, 80), 40, 10));
        Assert.Equal(new PictureRectangle(20, 80, 60, 90), new TagPlacement(200, 100).Place(new PictureRectangle(20, 5, 90, 80), 40, 10));
        Assert.Equal(new PictureRectangle(160, 30, 200, 40), new TagPlacement(200, 100).Place(new PictureRectangle(190, 40, 200, 80), 40, 10));
    }

    [Fact]
    public void The_tag_of_a_box_that_fills_the_picture_is_in_it() =>
        Assert.Equal(new PictureRectangle(0, 0, 40, 10), new TagPlacement(200, 100).Place(new PictureRectangle(-2, -2, 202, 102), 40, 10));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Tags_never_cover_each_other_or_leave_the_picture(int seed)
    {
        var random = new Random(seed);
        var placement = new TagPlacement(640, 480);
        var placed = new List<PictureRectangle>();
        for (var i = 0; i < 120; i++)
        {
            var (left, top) = (random.Next(600), random.Next(440));
            var tag = placement.Place(new PictureRectangle(left, top, left + random.Next(5, 200), top + random.Next(5, 200)), random.Next(20, 150), 16);
            if (tag is { } place) placed.Add(place);
        }

        // 120 tags cover a third of the picture on average.
        Assert.InRange(placed.Count, 100, 120);
        Assert.All(placed, place => Assert.True(place is { Left: >= 0, Top: >= 0, Right: <= 640, Bottom: <= 480 }));
        Assert.Empty(placed.SelectMany((one, i) => placed.Skip(i + 1).Where(one.Meets)));
    }

    [Fact]
    public void Where_no_room_is_left_a_tag_has_no_place()
    {
        var placement = new TagPlacement(100, 20);
        var box = new PictureRectangle(10, 0, 30, 10);
        Assert.NotNull(placement.Place(box, 100, 10));
        Assert.NotNull(placement.Place(box, 100, 10));
        Assert.Null(placement.Place(box, 10, 10));
    }
}

using System.Globalization;
using CustomLabels.Text;
using Xunit;

namespace CustomLabels.Core.Tests.Text;

public sealed class FloatTextTests
{
    [Theory]
    [InlineData(0, "0.0")]
    [InlineData(-0.0, "-0.0")]
    [InlineData(98, "98.0")]
    [InlineData(77.7729721069336, "77.7729721069336")]
    [InlineData(0.31296101212501526, "0.31296101212501526")]
    [InlineData(0.1234567890123456, "0.1234567890123456")]
    [InlineData(0.1 + 0.2, "0.30000000000000004")]
    [InlineData(-0.05, "-0.05")]
    [InlineData(0.0001, "0.0001")]
    [InlineData(0.00001, "1e-05")]
    [InlineData(1.5e-7, "1.5e-07")]
    [InlineData(1e15, "1000000000000000.0")]
    [InlineData(123456789012345680, "1.2345678901234568e+17")]
    [InlineData(1e16, "1e+16")]
    [InlineData(2.9802322387695312e-08, "2.9802322387695312e-08")]
    [InlineData(6.189700196426902e+26, "6.189700196426902e+26")]
    [InlineData(1.25e100, "1.25e+100")]
    [InlineData(double.Epsilon, "5e-324")]
    [InlineData(double.MaxValue, "1.7976931348623157e+308")]
    [InlineData(double.PositiveInfinity, "inf")]
    [InlineData(double.NegativeInfinity, "-inf")]
    [InlineData(double.NaN, "nan")]
    public void Numbers_are_as_Python_writes_them(double value, string text) => Assert.Equal(text, FloatText.Of(value));

    [Fact]
    public void Numbers_are_the_same_where_the_decimal_separator_is_a_comma()
    {
        var culture = CultureInfo.CurrentCulture;
        try
        {
            var other = (CultureInfo)CultureInfo.InvariantCulture.Clone();
            other.NumberFormat.NumberDecimalSeparator = ",";
            other.NumberFormat.NegativeSign = "~";
            CultureInfo.CurrentCulture = other;
            Assert.Equal("-1.5e-07", FloatText.Of(-1.5e-7));
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }
}

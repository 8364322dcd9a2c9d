using System;
using System.Numerics;
using System.Text;

namespace CustomLabels.Text;

/// <summary>The fewest decimal digits that read back as the same number: Steele and White's free-format algorithm, in exact arithmetic.</summary>
/// <remarks>
/// The runtimes' own round trip formats are not it: .NET Framework's goes from 15 digits straight to 17, .NET 8's has a digit too few for some powers
/// of two (2^-25), and they break ties in different ways.
/// </remarks>
internal static class ShortestDigits
{
    /// <summary>The digits, without zeros at either end, and the power of ten of the first one.</summary>
    /// <param name="value">A positive, finite number.</param>
    public static (string Digits, int Exponent) Of(double value)
    {
        var bits = BitConverter.DoubleToInt64Bits(value);
        var exponent = (int)(bits >> 52);
        var fraction = bits & 0xF_FFFF_FFFF_FFFF;
        // A power of two has its lower neighbour half as far away as its upper one.
        var isLowerNear = fraction == 0 && exponent > 1;
        var mantissa = exponent == 0 ? fraction : fraction | 0x10_0000_0000_0000;
        var power = Math.Max(exponent, 1) - 1075;

        // The number is rest / unit; what lies less than below / unit or above / unit beside it reads as the same. All are scaled to be whole.
        var below = BigInteger.One << Math.Max(power, 0);
        var above = isLowerNear ? below << 1 : below;
        var rest = mantissa * above << 1;
        var unit = (isLowerNear ? 4 : 2) * (BigInteger.One << Math.Max(-power, 0));
        var isEven = (mantissa & 1) == 0;

        var place = (int)Math.Floor(Math.Log10(value));
        if (place >= 0) unit *= BigInteger.Pow(10, place);
        else Scale(BigInteger.Pow(10, -place));
        // The logarithm is rounded: it may be one off.
        if (Reaches(rest + above, unit * 10))
        {
            unit *= 10;
            place++;
        }
        else if (!Reaches(rest + above, unit))
        {
            Scale(10);
            place--;
        }

        var digits = new StringBuilder(17);
        while (true)
        {
            var digit = (int)BigInteger.DivRem(rest, unit, out rest);
            var isLowEnough = isEven ? rest <= below : rest < below;
            var isHighEnough = Reaches(rest + above, unit);
            if (isLowEnough || isHighEnough)
            {
                var half = (rest << 1).CompareTo(unit);
                var up = isHighEnough && (!isLowEnough || half > 0 || (half == 0 && (digit & 1) == 1));
                return (digits.Append(digit + (up ? 1 : 0)).ToString(), place);
            }

            digits.Append(digit);
            Scale(10);
        }

        bool Reaches(BigInteger sum, BigInteger limit) => isEven ? sum >= limit : sum > limit;

        void Scale(BigInteger factor)
        {
            rest *= factor;
            below *= factor;
            above *= factor;
        }
    }
}
